/** A browser shares the address that it shows, WeChat's what every page tells by itself: `share-card.h5.ts`. */
export function useSharedFront(): void {}
