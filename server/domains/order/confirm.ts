const CONFIRM_AFTER_MS = 10 * 86_400_000

/** When the receipt of what was sent is confirmed by itself. */
export const confirmAt = (shippedAt: number): Date => new Date(shippedAt + CONFIRM_AFTER_MS)
