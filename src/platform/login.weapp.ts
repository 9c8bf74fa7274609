import Taro from '@tarojs/taro'
import { dataOf } from '@/api/client'
import { authorize } from '@/api/wxapi.gen'
import { invitation } from '@/stores/inviter'

/** WeChat says who the shopper is, without a word. */
export async function obtainToken(): Promise<string> {
  const { code } = await Taro.login()
  const { token } = await dataOf(authorize({ code, ...invitation() }))
  return token
}

export const knowsShopper = true

/** Nothing is done before that. */
export const recognised: Promise<void> = Promise.resolve()

/** There is no page of WeChat's to go to, and no way to stay out. */
export const logInByWechat = async (): Promise<void> => {}
export const takeWechatProfile = async (): Promise<void> => {}
export const stayOut = (): void => {}
