/** Browsers have no messages to allow. */
export async function prepareConsent(): Promise<void> {}

export async function askConsent(): Promise<void> {}
