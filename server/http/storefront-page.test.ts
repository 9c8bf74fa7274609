import { describe, expect, it } from 'vitest'
import { fillPage, type Known, manifestOf } from './storefront-page'

const TEMPLATE = '<html><head><title>小铺</title></head><body><div id="app"></div><noscript>?</noscript></body></html>'
const known: Known = {
  shop: { subDomain: 'demo', merchantId: '1' },
  chunks: { '/pages/home/index': ['js/9.0a0b0c0d.js', 'css/9.0d0c0b0a.css'] },
}
const hostile = `</script><script>alert("1")</script>'&$&`

const settings = [{ key: 'mallName', value: '山里小铺' }]
const goods = [{ id: 7, name: hostile, minPrice: 12.5, pic: 'https://a.test/7.png' }]
const product = { basicInfo: { ...goods[0], characteristic: '' }, content: '<p>真的&nbsp;<b>好</b></p>' }

/** A shop that answers what it is asked; everything else is "no data". */
const shop =
  (data: Record<string, unknown>) =>
  async (address: string): Promise<string> => {
    const found = Object.keys(data).find(part => address.includes(part))
    return JSON.stringify(found ? { code: 0, msg: 'success', data: data[found] } : { code: 700, msg: '暂无数据' })
  }
const ask = shop({ '/config/values': settings, '/goods/list/v2': { result: goods }, '/goods/detail': product })

const filled = (url: string, asked = ask) => fillPage(TEMPLATE, known, 'https://shop.test', url, asked)

describe('fillPage', () => {
  it('names the shop, its goods and a picture for other sites', async () => {
    const page = await filled('/')
    expect(page).toContain('<title>山里小铺</title>')
    expect(page).toContain('<meta property="og:title" content="山里小铺">')
    expect(page).toContain('<meta property="og:image" content="https://a.test/7.png">')
    expect(page).toContain('<meta property="og:url" content="https://shop.test/">')
  })

  it('shows of a product its name, price, words and picture', async () => {
    const page = await filled('/packages/goods/detail/index?id=7')
    expect(page).toContain('<meta property="og:type" content="product">')
    expect(page).toContain('<meta property="product:price:amount" content="12.5">')
    expect(page).toContain('<meta property="og:description" content="真的 好">')
  })

  it('shows of an article and a notice their title, words and picture, and the whole of it to readers', async () => {
    const info = {
      title: hostile,
      descript: '',
      pic: 'https://a.test/a.png',
      content: '<p>一壶&nbsp;水</p><p>三克茶</p>',
    }
    const writes = shop({ '/config/values': settings, '/cms/news/detail/v2': { info }, '/notice/detail': info })
    for (const url of ['/packages/user/article/index?id=3', '/packages/user/notice/index?id=3']) {
      const page = await filled(url, writes)
      expect(page).toContain('<meta property="og:type" content="article">')
      expect(page).toContain('<meta property="og:description" content="一壶 水 三克茶">')
      expect(page).toContain('<meta property="og:image" content="https://a.test/a.png">')
      expect(page).toContain('<p>一壶 水</p><p>三克茶</p></noscript>')
      expect(page).not.toContain('alert("1")</script>')
    }
  })

  it('lets nothing out of its place, whatever a product is called', async () => {
    for (const url of ['/', '/packages/goods/detail/index?id=7', '/pages/x?"><script>alert(2)</script>']) {
      const page = await filled(url)
      expect(page.match(/<script/g)).toHaveLength(1)
      expect(page.match(/<\/script>/g)).toHaveLength(1)
      expect(page).not.toContain('alert("1")</script>')
      expect(page).not.toContain('alert(2)</script>')
    }
  })

  it('can be read without JavaScript', async () => {
    expect(await filled('/')).toMatch(
      /<noscript><h1>山里小铺<\/h1><ul><li><a href="\/packages\/goods\/detail\/index\?id=7">/,
    )
    expect(await filled('/packages/goods/detail/index?id=7')).toContain('<p>¥12.5</p>')
  })

  it('brings the answers that home asks for first, and announces its files', async () => {
    const page = await filled('/')
    const answers = JSON.parse(/id="answers">(.*?)<\/script>/.exec(page)?.[1] ?? '')
    expect(answers['/demo/shop/goods/list/v2?page=1&pageSize=20&recommendStatus=1'].data.result).toEqual(goods)
    expect(page).toContain('<link rel="preload" as="script" href="/js/9.0a0b0c0d.js">')
    expect(page).toContain('<link rel="preload" as="style" href="/css/9.0d0c0b0a.css">')
  })

  it('leaves refusals and faults to the storefront', async () => {
    const page = await filled('/packages/goods/detail/index?id=7', async () => '{"code":500,"msg":"系统繁忙"}')
    expect(page).toContain('id="answers">{}</script>')
    expect(page).toContain('<title>小铺</title>')
  })

  it('asks nobody when the storefront belongs to another server', async () => {
    const nobody = async (): Promise<string> => {
      throw new Error('asked')
    }
    const page = await fillPage(TEMPLATE, { chunks: {} }, 'https://shop.test', '/', nobody)
    expect(page).toContain('<title>小铺</title>')
  })
})

describe('manifestOf', () => {
  it('has the name of the shop', async () => {
    expect(await manifestOf(known, ask)).toMatchObject({ name: '山里小铺', start_url: '/', display: 'standalone' })
  })
})
