import type { SheetLeft, WaitingTransfer } from './transfer.h5'

/** `wx.requestMerchantTransfer`, which Taro does not know, and base libraries before 3.3.0 do not have. */
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

/** WeChat asks the receiver. Somebody who closes the sheet again has not failed. */
export function collectTransfer({ packageInfo, mchId, appId }: WaitingTransfer): Promise<SheetLeft> {
  return new Promise(resolve => {
    if (!wx.requestMerchantTransfer) return resolve('tooOld')
    wx.requestMerchantTransfer({
      mchId,
      appId,
      package: packageInfo,
      success: () => resolve('confirmed'),
      fail: ({ errMsg = '' }) => resolve(errMsg.includes('cancel') ? 'closed' : 'failed'),
    })
  })
}
