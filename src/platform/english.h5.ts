import type { Texts } from '@/texts'

/** A chunk of its own: most shoppers never need it. */
export const loadEnglish = (): Promise<Texts> =>
  import(/* webpackChunkName: "english" */ '@/texts/en').then(({ en }) => en)
