/** What a tap may be about. */
export type Occasion = 'order' | 'group' | 'bargain'

/** Browsers have no messages to allow. */
export async function prepareConsent(): Promise<void> {}

export async function askConsent(_occasion: Occasion): Promise<void> {}
