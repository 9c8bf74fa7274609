/** A mini-program is no page of WeChat's browser. */
export const isInWechat = false

export const landingAddress = ''
