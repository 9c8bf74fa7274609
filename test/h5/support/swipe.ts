import type { Locator, Page } from 'playwright-core'

/** A finger moves over something, in steps as a finger does. */
export async function swipe(page: Page, over: Locator, x: number, y = 0): Promise<void> {
  await over.scrollIntoViewIfNeeded()
  const box = await over.boundingBox()
  if (!box) throw new Error('nothing to swipe')
  const from = { x: box.x + box.width * 0.7, y: box.y + box.height / 2 }
  const phone = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', share?: number) =>
    phone.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: share === undefined ? [] : [{ x: from.x + x * share, y: from.y + y * share }],
    })
  await send('touchStart', 0)
  for (const share of [0.2, 0.4, 0.6, 0.8, 1]) await send('touchMove', share)
  await send('touchEnd')
  await phone.detach()
}
