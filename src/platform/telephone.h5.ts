export function telephone(number: string): void {
  window.location.href = `tel:${number.replace(/[^\d+]/g, '')}`
}

/** Opens a page that is not ours. */
export function openOutside(url: string): void {
  window.location.href = url
}
