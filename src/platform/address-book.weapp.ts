import Taro from '@tarojs/taro'

/** WeChat's own address book is open to mini-programs only. */
export const hasAddressBook = true

/** The text of an address that somebody chose; undefined when they changed their mind. */
export async function chooseFromAddressBook(): Promise<string | undefined> {
  const chosen = await Taro.chooseAddress().catch(changedMind)
  if (!chosen) return undefined
  const { userName, telNumber, provinceName, cityName, countyName, detailInfo } = chosen
  return `${userName} ${telNumber} ${provinceName}${cityName}${countyName} ${detailInfo}`
}

/** Only "cancel" is a choice; anything else is a fault that is to be said. */
function changedMind(reason: { errMsg?: string }): undefined {
  if (/cancel/.test(reason.errMsg ?? '')) return undefined
  throw new Error(reason.errMsg)
}
