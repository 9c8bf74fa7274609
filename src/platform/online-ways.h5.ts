import type { OnlineWay } from '@/lib/paying'
import { useShop } from '@/stores/shop'
import { isInWechat } from './in-wechat'

const WECHAT: OnlineWay[] = ['wechat']
const BOTH: OnlineWay[] = ['wechat', 'alipay']

/** Who takes money here, the usual one first. WeChat's browser does not open Alipay. */
export const useOnlineWays = (): OnlineWay[] => (useShop(shop => shop.hasAlipay) && !isInWechat ? BOTH : WECHAT)
