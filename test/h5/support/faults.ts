/** What nobody should ever find on a page: words in the console, thrown errors, requests that failed. */
import type { Page } from 'playwright-core'

export type Faults = readonly string[]

/** The list grows while the page is used. `mayFail`: addresses whose failing is no fault. */
export function faultsOf(page: Page, mayFail?: RegExp): Faults {
  const faults: string[] = []
  const report = (url: string, text: string) => {
    if (!mayFail?.test(url)) faults.push(`${text} at ${url}`)
  }
  page.on('pageerror', error => faults.push(`thrown: ${error.message}`))
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) report(message.location().url, message.text())
  })
  page.on('requestfailed', request => {
    const { errorText = '' } = request.failure() ?? {}
    // A page that is left lets go of what it was still loading.
    if (errorText !== 'net::ERR_ABORTED') report(request.url(), errorText)
  })
  page.on('response', response => {
    if (response.status() >= 400) report(response.url(), String(response.status()))
  })
  return faults
}
