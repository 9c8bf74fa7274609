import { beforeAll, describe, expect, it } from 'vitest'
import { refused, told } from '../support/keeper'
import { dataOf, giveBalance, signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
beforeAll(builtPrograms)

describe('shop withdraw', () => {
  it('lists what was asked for, and decides it once', async () => {
    expect(await told(shop, 'withdraw')).toContain('还没有提现申请')
    const ann = await signIn(shop, 'ann')
    await giveBalance(shop, ann, 500_000)
    const ask = async (money: number) =>
      String((await dataOf(wxapi.withDrawApplyV2({ token: ann.token, money, name: '安' }))).id)
    const [first, second, large] = [await ask(10), await ask(20), await ask(3000)]
    expect(await told(shop, 'withdraw', 'list')).toMatch(/¥3000\.00 安.*待审核/)
    expect(await told(shop, 'withdraw', 'refuse', first, '资料不全')).toContain('已退回余额')
    expect(await refused(shop, 'withdraw', 'paid', first)).toContain('没有待审核')
    expect(await told(shop, 'withdraw', 'send', second)).toContain('等顾客确认')
    expect(await refused(shop, 'withdraw', 'send', large)).toContain('1999.99')
    expect(await told(shop, 'withdraw', 'paid', large)).toContain('已记为打款')
    expect(await dataOf(wxapi.userAmount(ann.token))).toMatchObject({ balance: 1980, freeze: 20, totalWithdraw: 3000 })
  }, 60_000)
})
