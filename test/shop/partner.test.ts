import { beforeAll, describe, expect, it } from 'vitest'
import { refused, told } from '../support/keeper'
import { dataOf, signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
beforeAll(builtPrograms)

describe('shop partner', () => {
  it('says what teams earn, and who leads them', async () => {
    expect(await told(shop, 'partner', 'list')).toContain('还没有团队')
    const terms = ['--open', 'on', '--leader', '10', '--partner', '2.5', '--price', '199']
    expect(await told(shop, 'partner', 'terms', ...terms)).toContain(
      '团队已开放；团队长 10%；合伙人 2.5%；购买团队长 ¥199.00；团队长等级 不变；成员等级 不变',
    )
    expect(await dataOf(wxapi.partnerSetting())).toEqual({ isOpen: true, pPartner: 2.5, pLeader: 10, priceLeader: 199 })
    expect(await refused(shop, 'partner', 'terms', '--leader', '101')).toContain('0 到 100')
    expect(await refused(shop, 'partner', 'terms', '--leader-level', '没有的')).toContain('没有等级')
    await told(shop, 'fx', 'terms', '--levels', '80,5')
    expect(await refused(shop, 'partner', 'terms', '--leader', '20')).toContain('100%')
    expect(await refused(shop, 'fx', 'terms', '--levels', '90')).toContain('100')

    const [ann, ben] = [await signIn(shop, 'ann'), await signIn(shop, 'ben')]
    expect(await refused(shop, 'partner', 'leader', String(ben.uid), '--partner', String(ann.uid))).toContain(
      '不是合伙人',
    )
    expect(await told(shop, 'partner', 'partner', String(ann.uid))).toContain('是合伙人了')
    expect(await told(shop, 'partner', 'leader', String(ben.uid), '--partner', String(ann.uid))).toContain('是团队长了')
    expect(await told(shop, 'partner', 'list')).toContain(`团队长 在 ${ann.uid} 名下`)
    expect((await dataOf(wxapi.userDetail(ben.token))).base.isTeamLeader).toBe(true)
    expect(await told(shop, 'partner', 'dismiss', String(ben.uid))).toContain('离开了团队')
    expect(await refused(shop, 'partner', 'dismiss', String(ben.uid))).toContain('不在任何团队里')
    expect(await refused(shop, 'partner', 'leader', '9999')).toContain('没有顾客')
  }, 60_000)
})
