/** Addresses of our own files are stored without the host, so that a shop can move. */
export const storedUrl = (url: string, origin: string): string =>
  url.startsWith(`${origin}/`) ? url.slice(origin.length) : url
