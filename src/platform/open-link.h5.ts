/** Another site, in a tab of its own that knows nothing of this one. */
export function openLink(address: string): void {
  const anchor = Object.assign(document.createElement('a'), {
    href: address,
    target: '_blank',
    rel: 'noopener noreferrer',
  })
  anchor.click()
}

/** Whether other sites can be opened from here. */
export const opensLinks = true
