/** WeChat's own browser, where WeChat knows who somebody is and takes their money; that of its sister for companies does neither. */
export const isInWechat = /MicroMessenger/i.test(navigator.userAgent) && !/wxwork/i.test(navigator.userAgent)

/** The address that the visit began with: some WeChats know a page by that one until it is loaded anew. */
export const landingAddress = window.location.href.split('#')[0] ?? ''
