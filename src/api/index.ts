/** The server, as pages see it: `wxapi.goodsv2(…)`, the readers of its answers, and calls in the shopper's name. */
export type { DataOf, Reply } from './client'
export { connect, dataOf, dataOrNone, WxapiError } from './client'
export { NetworkError, shopConnection } from './connection'
export { listOf, reading } from './reading'
export { asMe, asMeIfSignedIn, logIn, withToken } from './signed-in'
export { fieldsToTell } from './supply-fields'
export type * from './wxapi.gen'
export * as wxapi from './wxapi.gen'
