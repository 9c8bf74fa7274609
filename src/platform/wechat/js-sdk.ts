/** WeChat's own script for pages, which may be used on addresses that the shop has signed. */
import { landingAddress } from '../in-wechat'
import { shop } from '../shop'

interface CardFields {
  title: string
  desc?: string
  link: string
  imgUrl: string
}

export interface Wx {
  config(terms: object): void
  ready(run: () => void): void
  error(run: (problem: { errMsg: string }) => void): void
  updateAppMessageShareData(card: CardFields): void
  updateTimelineShareData(card: CardFields): void
}

/** What `share/config` answers. */
interface Signed {
  status: number
  data?: { appId: string; timestamp: number; nonceStr: string; signature: string; jsApiList: string[] }
}

const SCRIPT = 'https://res.wx.qq.com/open/js/jweixin-1.6.0.js'
/** Apple's WeChat knows a page by the address that the visit began with, the others by the one that is shown. */
const isApple = /iPhone|iPad|Mac OS X/.test(navigator.userAgent)

let script: Promise<Wx> | undefined
let configured: { address: string; wx: Promise<Wx | undefined> } | undefined

/** Undefined when the shop has no official account, or WeChat does not take its signature. */
export function wxHere(): Promise<Wx | undefined> {
  const address = (isApple ? landingAddress : window.location.href).split('#')[0] ?? ''
  if (configured?.address !== address) configured = { address, wx: configure(address).catch(() => undefined) }
  return configured.wx
}

async function configure(address: string): Promise<Wx | undefined> {
  const { hosts, subDomain } = shop
  const asked = await fetch(`${hosts.api}/${subDomain}/share/config?url=${encodeURIComponent(address)}`)
  const { status, data } = (await asked.json()) as Signed
  if (status !== 1 || !data) return undefined
  script ??= load()
  const wx = await script
  return new Promise(resolve => {
    wx.config({ debug: false, ...data })
    wx.ready(() => resolve(wx))
    wx.error(() => resolve(undefined))
  })
}

const load = (): Promise<Wx> =>
  new Promise((resolve, reject) => {
    const element = document.createElement('script')
    element.src = SCRIPT
    element.onload = () => {
      const { wx } = window as { wx?: Wx }
      if (wx) resolve(wx)
      else reject(new Error(SCRIPT))
    }
    element.onerror = () => reject(new Error(SCRIPT))
    document.head.append(element)
  })
