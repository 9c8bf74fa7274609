import type { Params } from '@/lib/inviter'

/** What the address says that brought somebody here. */
export const arrivalParams = (): Params => Object.fromEntries(new URLSearchParams(window.location.search))
