/** The shop's logo: given once by its keeper, shown wherever the shop shows itself. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../server/project-root'
import { refused, told } from '../support/keeper'
import { codeOf, dataOf } from '../support/people'
import { fileFolder, picture } from '../support/pictures'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'

const shop = await createShop()
const file = fileFolder()
beforeAll(builtPrograms)

const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#c8381a"/></svg>`
const get = (path: string) => shop.app.server.inject({ url: path })
const logo = () => dataOf(shop.wxapi.queryConfigValue('logo'))
const corner = async (bytes: Buffer) => {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { side: info.width, colour: `#${data.subarray(0, 3).toString('hex')}` }
}

describe('shop logo', () => {
  it('keeps a square picture, which shoppers find under an address of ours', async () => {
    expect(await told(shop, 'logo', file('mark.svg', mark))).toMatch(/^已换上标志/)
    const address = new URL(await logo())
    expect(address.pathname).toMatch(/^\/files\/\d+\/\d{6}\/\w+\.png$/)
    const { width, height } = await sharp((await get(address.pathname)).rawPayload).metadata()
    expect([width, height]).toEqual([512, 512])
  })

  it('refuses what is not there, or no picture', async () => {
    expect(await refused(shop, 'logo', '/no/such/logo.png')).toContain('文件不存在')
    expect(await refused(shop, 'logo', file('logo.txt', '不是图'))).toContain('不是能用的图片')
    expect(await logo()).toContain('/files/')
  })

  it.runIf(existsSync(join(projectRoot, 'dist/h5/index.html')))(
    'becomes the icon of tabs and home screens, on white where it has no ground, until it is taken away',
    async () => {
      const icon = async () => (await get('/static/icon-192.png')).rawPayload
      await told(shop, 'logo', file('mark.svg', mark))
      expect(await corner(await icon())).toEqual({ side: 192, colour: '#ffffff' })
      expect((await get('/')).body).toContain('<link rel="icon" href="/static/icon-192.png">')
      await told(shop, 'logo', file('full.png', await picture('png', 40, 40)))
      expect(await corner(await icon())).toEqual({ side: 192, colour: '#4a7c59' })
      await told(shop, 'logo', 'none')
      expect(await logo()).toBe('')
      expect(await corner(await icon())).toEqual({ side: 192, colour: '#c8381a' })
      expect((await get('/')).body).toContain('<link rel="icon" href="data:image/svg+xml')
    },
  )

  it('stays private when its keeper wants that, as any setting', async () => {
    await told(shop, 'setting', 'logo', '/files/1/none.png', '--private')
    expect(await codeOf(shop.wxapi.queryConfigValue('logo'))).toBe(700)
  })
})
