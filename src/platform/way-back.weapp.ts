/** A mini-program's pages are all there are. */
export const goBackByBrowser = (): boolean => false
