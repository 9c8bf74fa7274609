/** A browser fetches the newest by itself: `recovery.h5.ts`. */
export function watchUpdates(): void {}
