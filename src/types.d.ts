/** Which shop this build serves: `config/shop.ts` puts it in. */
declare const SHOP: {
  hosts: Record<'api' | 'common' | 'cms' | 'oss', string>
  subDomain: string
  merchantId: string
}

declare module '*.scss'
