import Taro from '@tarojs/taro'
import { shop } from './shop'

/** In a demonstration no message is sent: the code that would have been in it. Undefined when there is none. */
export async function demoCode(mobile: string): Promise<string | undefined> {
  const { data } = await Taro.request<{ code?: string }>({
    url: `${shop.hosts.api}/_sim/sms`,
    data: { mobile },
    timeout: 5000,
  }).catch(() => ({ data: {} as { code?: string } }))
  return data.code
}
