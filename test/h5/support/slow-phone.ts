/** A phone as many people have it: slow 4G and a processor of a quarter of the speed. */
import type { Page } from 'playwright-core'

/** In bytes a second and milliseconds. */
const SLOW_4G = { offline: false, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150 }
const SLOWER = 4

/** `isNetworkSlow: false` is for what is about the phone alone. */
export async function slowDown(page: Page, { isNetworkSlow = true } = {}): Promise<void> {
  const phone = await page.context().newCDPSession(page)
  if (isNetworkSlow) await phone.send('Network.emulateNetworkConditions', SLOW_4G)
  await phone.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
}
