/** What WeChat's browser puts into each page by itself, some time after the page has begun. */

interface Bridge {
  invoke(name: string, fields: object, done: (answer: { err_msg?: string }) => void): void
}

const PATIENCE_MS = 8000

const bridgeOf = () => (window as { WeixinJSBridge?: Bridge }).WeixinJSBridge

/** Undefined where it does not come. */
const bridge = (): Promise<Bridge | undefined> =>
  new Promise(resolve => {
    if (bridgeOf()) return resolve(bridgeOf())
    const answer = () => resolve(bridgeOf())
    document.addEventListener('WeixinJSBridgeReady', answer, { once: true })
    setTimeout(answer, PATIENCE_MS)
  })

/** Answers what WeChat says of it, as `get_brand_wcpay_request:cancel`. */
export async function invoke(name: string, fields: object): Promise<string> {
  const there = await bridge()
  if (!there) return `${name}:missing`
  return new Promise(resolve => there.invoke(name, fields, ({ err_msg = '' }) => resolve(err_msg)))
}
