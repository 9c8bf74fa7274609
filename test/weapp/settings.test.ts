/** How somebody wants the shop to be on this phone. */
import { describe, expect, it } from 'vitest'
import { demoShop } from '../support/demo-shop'
import { launch, relaunch } from './runtime/launch'

const shop = demoShop()
const SETTINGS = '/packages/user/settings/index'

describe('the language', () => {
  it('is the one of WeChat', async () => {
    const app = await launch(shop, 'ann', { language: 'en' })
    expect(app.page().find('.tab-bar').text()).toMatch(/Home\s*Browse\s*Cart\s*Me/)
  })

  it('shows at once when another is chosen, on the pages below too, and is kept', async () => {
    const app = await launch(shop, 'ann')
    const settings = await app.open(SETTINGS)
    expect(app.screen.title).toBe('设置')
    await settings.tap('English')
    expect(settings.text()).toContain('Text size')
    expect(app.screen.title).toBe('Settings')
    const home = await app.back()
    expect(home.text()).toContain('Picked for you')

    const later = await relaunch(app)
    expect(later.page().text()).toContain('Picked for you')
  })
})

describe('the look', () => {
  it('is dark by choice: the page, and what WeChat draws around it', async () => {
    const app = await launch(shop, 'ann')
    const settings = await app.open(SETTINGS)
    await settings.tap('深色')
    expect(settings.find('.page').hasClass('page--dark')).toBe(true)
    expect(app.screen.bar).toBe('#151310')
    const home = await app.back()
    expect(home.find('.page').hasClass('page--dark')).toBe(true)

    const again = await app.open(SETTINGS)
    await again.findAll('.segments')[1]?.tap('跟随系统')
    expect(again.find('.page').hasClass('page--dark')).toBe(false)
    expect(app.screen.bar).toBe('#f6f3ef')
  })

  it('leaves alone what WeChat draws while nothing is chosen', async () => {
    const app = await launch(shop, 'ann', { theme: 'dark' })
    await app.open(SETTINGS)
    expect(app.calls('setNavigationBarColor')).toEqual([])
  })

  it('has larger type by choice', async () => {
    const app = await launch(shop, 'ann')
    const settings = await app.open(SETTINGS)
    await settings.tap('大字')
    expect(settings.find('.page').hasClass('page--large')).toBe(true)
  })
})
