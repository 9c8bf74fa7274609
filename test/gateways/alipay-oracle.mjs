/**
 * The official library in a process of its own: it hangs itself into undici for good, which other tests use. Reads one JSON line of
 * keys and messages, prints what it makes of them.
 */
import { readFileSync } from 'node:fs'
import { AlipaySdk } from 'alipay-sdk'

const { settings, messages, page } = JSON.parse(readFileSync(0, 'utf8'))
const sdk = new AlipaySdk({ keyType: 'PKCS8', gateway: 'http://127.0.0.1:9/gateway.do', ...settings })
console.log(
  JSON.stringify({
    genuine: messages.map(message => sdk.checkNotifySignV2(message)),
    page: sdk.pageExecute('alipay.trade.wap.pay', 'GET', page),
  }),
)
