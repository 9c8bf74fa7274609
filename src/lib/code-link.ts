/** Codes that are links: some suppliers sell an address to be opened, on this phone or another. */

/** Plain web addresses of named hosts, in plain letters: no other scheme, no user before the host, nothing that only looks alike. */
const LINK = /^https?:\/\/([a-z0-9][a-z0-9.-]*\.[a-z]{2,24})(?::\d{1,5})?(?:[/?#][!#-;=?-[\]_a-z~]*)?$/i
const LONGEST = 1000

/** The host of a code that is a link; undefined for what is a text, however much it looks like a link. */
export const linkHost = (code: string): string | undefined =>
  code.length > LONGEST ? undefined : LINK.exec(code)?.[1]?.toLowerCase()
