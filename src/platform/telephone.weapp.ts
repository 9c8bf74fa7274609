import Taro from '@tarojs/taro'

export function telephone(number: string): void {
  // Whoever does not want to call after all has said so.
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined)
}

/** A mini-program opens no page that is not its own. */
export function openOutside(_url: string): void {}
