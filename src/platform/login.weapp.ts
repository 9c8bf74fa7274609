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
