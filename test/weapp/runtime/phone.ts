/** The phone that the mini-program runs on, with the person who holds it. What it keeps outlives the program. */
import { randomBytes } from 'node:crypto'
import { viaProxy } from '../../support/address'
import type { DemoShop } from '../../support/demo-shop'

export class Phone {
  /** Its own address of the net. */
  readonly headers = viaProxy()
  /** Nobody else is called so. */
  readonly person: string
  readonly storage = new Map<string, string>()
  clipboard = ''
  /** To the privacy terms of this shop, some other day or by the button of this id. */
  hasAgreed = true
  agreedBy = ''
  /** WeChat has fetched a newer version of the program. */
  hasUpdate = false
  /** What they choose from WeChat's own address book; nothing is to change one's mind. */
  wechatAddress: Record<string, string> | undefined
  /** Where they put the pin on WeChat's map. */
  pin: { latitude: number; longitude: number } | undefined
  isOffline = false
  /** Those who asked to be told when the network comes and goes. */
  readonly networkWatchers = new Set<(status: object) => void>()
  /** What WeChat is set to. */
  language = 'zh_CN'
  theme: 'light' | 'dark' = 'light'
  /** What the person does with WeChat's payment sheet, and with the one that brings money. */
  payer: 'pays' | 'cancels' | 'fails' = 'pays'
  /** WeChat is new enough for the sheet that brings money from a shop. */
  hasTransfers = true
  /** What the person does with WeChat's sheet that asks for messages, and which templates it has asked for, sheet by sheet. */
  allowsMessages = true
  asked: string[][] = []
  /** The number that WeChat knows of them; with none they say no. `none left`: the shop has no verification left to pay with. */
  mobile: string | undefined
  /** A finger is on the screen: only then WeChat asks for messages. */
  isTouched = false
  /** WeChat has renewed the key of this login, so that what was signed with it counts for nothing. */
  hasStaleKey = false
  /** Files of the pictures that they choose. */
  pictures: string[] = []
  /** Pictures that the mini-program put into the album, if its owner allows that. */
  album: string[] = []
  allowsAlbum = true
  private visits = 0

  constructor(
    readonly shop: DemoShop,
    name: string,
  ) {
    this.person = `${name}-${randomBytes(4).toString('hex')}`
  }

  /** A fresh code of `wx.login`. */
  loginCode(): string {
    this.visits += 1
    return `sim:${this.person}:${this.visits}`
  }
}
