/** A chunk of its own: most shoppers never need it. */
export const loadEnglish = (): Promise<object> =>
  import(/* webpackChunkName: "english" */ '@/texts/en/whole').then(({ en }) => en)
