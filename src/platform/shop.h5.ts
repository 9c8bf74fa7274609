/**
 * The shop that this page asks: the one it was built for, unless the server that gives it out stands beside a hosted service
 * (`server/http/storefront-beside.ts`). Then that service is asked, and the server itself for what it bought.
 */
const named = document.getElementById('shop')?.textContent

export const shop: typeof SHOP = named ? { ...JSON.parse(named), supplyProxy: location.origin } : SHOP
