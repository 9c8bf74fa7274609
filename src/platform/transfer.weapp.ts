import type { WaitingTransfer } from './transfer.h5'

/** `wx.requestMerchantTransfer`, which Taro does not know. */
interface Wechat {
  requestMerchantTransfer?(options: {
    mchId: string
    appId: string
    package: string
    success(): void
    fail(error: { errMsg?: string }): void
  }): void
}
declare const wx: Wechat

/** WeChat asks the receiver; answers false where it is too old to. Somebody who closes the sheet again has not failed. */
export function collectTransfer({ packageInfo, mchId, appId }: WaitingTransfer): Promise<boolean> {
  return new Promise((resolve, reject) => {
    if (!wx.requestMerchantTransfer) return resolve(false)
    wx.requestMerchantTransfer({
      mchId,
      appId,
      package: packageInfo,
      success: () => resolve(true),
      fail: ({ errMsg = '' }) => (errMsg.includes('cancel') ? resolve(false) : reject(new Error(errMsg))),
    })
  })
}
