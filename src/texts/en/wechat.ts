import type { wechat as zh } from '../zh/wechat'

/** English: what is said in WeChat's browser alone. */
export const wechat: typeof zh = {
  wechat: {
    loggedIn: 'You are logged in. Please go on',
    bound: 'WeChat is linked. You can pay now',
    profileTaken: 'Name and picture now come from WeChat',
    taken: 'This WeChat belongs to another account: log in with that one, or pay in a browser',
    noAccount: 'Tap the corner, open this page in a browser, and pay there',
    shareFromCorner: 'Tap “…” in the corner to send it to a friend',
  },
}
