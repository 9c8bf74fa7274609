/** 中文：只在微信的浏览器里说的话。 */
export const wechat = {
  wechat: {
    loggedIn: '登录好了，请接着操作',
    bound: '微信已关联，可以付款了',
    profileTaken: '已换成微信的头像和昵称',
    taken: '这个微信已是另一个账号，请用那个账号登录，或在浏览器里打开付款',
    noAccount: '请点右上角，选择在浏览器打开，再付款',
    shareFromCorner: '点右上角的“…”，就能发给朋友',
  },
}
