/** Which shop this build serves: `config/shop.ts` puts it in, `@/platform/shop` reads it. */
declare const SHOP: {
  hosts: Record<'api' | 'common' | 'cms' | 'oss', string>
  subDomain: string
  merchantId: string
  /** Empty where the shop itself has the codes. */
  supplyProxy: string
}

/** Of this program, from `package.json`. */
declare const VERSION: string

/** Another one when answers mean something else. */
declare const CONTRACT: string

declare module '*.scss'
