/** The phone's own things: its screen, its storage, its clipboard, its pictures, and what WeChat shows on top of a page. */
import { type Answering, Failure, type WxFunction } from './callbacks'
import type { Phone } from './phone'
import type { Program } from './program'

const SCREEN = { pixelRatio: 3, windowWidth: 390, windowHeight: 844, screenWidth: 390, screenHeight: 844 }
const CAPSULE = { top: 51, right: 383, bottom: 83, left: 296, width: 87, height: 32 }
const DEVICE = { brand: 'iPhone', model: 'iPhone 14', platform: 'ios', system: 'iOS 17.0' }
const BASE = { SDKVersion: '3.5.0', version: '8.0.50' }

type Given = Record<string, WxFunction | ((key: string, value: unknown) => unknown)>

export const device = (phone: Phone, answers: Answering, inside: Program['inside']): Given => ({
  ...storage(phone, answers, inside),
  ...pictures(phone, answers),
  ...album(phone, answers),
  getWindowInfo: () => inside({ ...SCREEN, statusBarHeight: 47, screenTop: 0, safeArea: { top: 47, bottom: 810 } }),
  getAccountInfoSync: () => inside({ miniProgram: { appId: 'wx0', envVersion: 'trial', version: '' } }),
  getDeviceInfo: () => inside(DEVICE),
  getAppBaseInfo: () => inside({ ...BASE, language: phone.language, theme: phone.theme }),
  getMenuButtonBoundingClientRect: () => inside(CAPSULE),
  canIUse: () => true,
  setClipboardData: answers('setClipboardData', ({ data }) => {
    phone.clipboard = String(data)
    return {}
  }),
  getNetworkType: answers('getNetworkType', () => ({ networkType: phone.isOffline ? 'none' : 'wifi' })),
  onNetworkStatusChange: (tell: unknown) => void phone.networkWatchers.add(tell as (status: object) => void),
  offNetworkStatusChange: (tell: unknown) => void phone.networkWatchers.delete(tell as (status: object) => void),
  getClipboardData: answers('getClipboardData', () => ({ data: phone.clipboard })),
  chooseAddress: answers('chooseAddress', () => {
    if (!phone.wechatAddress) throw new Failure('fail cancel')
    return phone.wechatAddress
  }),
  chooseLocation: answers('chooseLocation', () => {
    if (!phone.pin) throw new Failure('fail cancel')
    return { name: '', address: '', ...phone.pin }
  }),
  openPrivacyContract: answers('openPrivacyContract', () => ({})),
  getUpdateManager: () => ({
    onCheckForUpdate: () => {},
    onUpdateReady: (tell: () => void) => {
      if (phone.hasUpdate) setTimeout(tell)
    },
    onUpdateFailed: () => {},
    applyUpdate: () => {
      phone.hasUpdate = false
    },
  }),
})

function storage({ storage: kept }: Phone, answers: Answering, inside: Program['inside']): Given {
  const read = (key: string): unknown => {
    const text = kept.get(key)
    return text === undefined ? '' : inside(JSON.parse(text))
  }
  return {
    getStorageSync: read,
    setStorageSync: (key: string, value: unknown) => void kept.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => void kept.delete(key),
    getStorage: answers('getStorage', ({ key }) => {
      if (!kept.has(String(key))) throw new Failure('fail data not found')
      return { data: read(String(key)) }
    }),
    setStorage: answers('setStorage', ({ key, data }) => {
      kept.set(String(key), JSON.stringify(data))
      return {}
    }),
    removeStorage: answers('removeStorage', ({ key }) => {
      kept.delete(String(key))
      return {}
    }),
  }
}

const pictures = (phone: Phone, answers: Answering): Given => ({
  chooseMedia: answers('chooseMedia', ({ count = 9 }) => {
    if (phone.pictures.length === 0) throw new Failure('fail cancel')
    const chosen = phone.pictures.slice(0, Number(count))
    return { type: 'image', tempFiles: chosen.map(path => ({ tempFilePath: path, fileType: 'image' })) }
  }),
  previewImage: answers('previewImage', () => ({})),
})

const album = (phone: Phone, answers: Answering): Given => ({
  canvasToTempFilePath: answers('canvasToTempFilePath', () => ({ tempFilePath: 'wxfile://tmp/drawing.png' })),
  saveImageToPhotosAlbum: answers('saveImageToPhotosAlbum', ({ filePath }) => {
    if (!phone.allowsAlbum) throw new Failure('fail auth deny')
    phone.album.push(String(filePath))
    return {}
  }),
  openSetting: answers('openSetting', () => {
    phone.allowsAlbum = true
    return { authSetting: {} }
  }),
  openLocation: answers('openLocation', () => ({})),
  makePhoneCall: answers('makePhoneCall', () => ({})),
})
