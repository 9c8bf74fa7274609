import type { ShareCard } from './share-card.h5'

/** A mini-program says it in `useShareAppMessage`. */
export function useShareCard(_card: ShareCard): void {}
