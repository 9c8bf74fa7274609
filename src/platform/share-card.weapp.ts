import type { ShareCard } from './share-card.h5'

export type { ShareCard }

/** A mini-program says it in `useShareAppMessage`. */
export function useShareCard(_card: ShareCard | undefined): void {}
