import Taro from '@tarojs/taro'

/** True when the text is on the clipboard. */
export const copyText = (text: string): Promise<boolean> =>
  Taro.setClipboardData({ data: text }).then(
    () => true,
    () => false,
  )

/** Whether the platform itself says that something was copied. */
export const saysCopied = true

/** What is on the clipboard; undefined when its owner does not want to tell. */
export const pastedText = (): Promise<string | undefined> =>
  Taro.getClipboardData().then(
    ({ data }) => data,
    () => undefined,
  )
