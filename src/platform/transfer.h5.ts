export interface WaitingTransfer {
  packageInfo: string
  mchId: string
  appId: string
}

/** Only WeChat's own app shows the sheet. */
export const collectTransfer = async (_: WaitingTransfer): Promise<boolean> => false
