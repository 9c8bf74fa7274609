import type { OnlineWay } from '@/lib/paying'

const WECHAT: OnlineWay[] = ['wechat']

/** A mini-program has WeChat's sheets and no other. */
export const useOnlineWays = (): OnlineWay[] => WECHAT
