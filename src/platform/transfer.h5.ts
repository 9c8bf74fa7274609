export interface WaitingTransfer {
  packageInfo: string
  mchId: string
  appId: string
}

/** How WeChat's sheet was left. `confirmed` is no money yet: the server says when it has arrived. */
export type SheetLeft = 'confirmed' | 'closed' | 'failed' | 'tooOld'

/**
 * Money goes to the person that the mini-program knows, and WeChat shows its sheet nowhere else: the official account, whose
 * pages these may be, has another appid than the transfer.
 */
export const collectTransfer: ((transfer: WaitingTransfer) => Promise<SheetLeft>) | undefined = undefined
