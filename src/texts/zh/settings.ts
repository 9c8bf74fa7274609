import { shared } from './shared'

/** 中文：设置。 */
export const settings = {
  settings: {
    ...shared.settings,
    system: '跟随系统',
    language: '语言',
    languages: { zh: '中文', en: 'English' },
    scheme: '深色模式',
    schemes: { light: '浅色', dark: '深色' },
    size: '文字大小',
    sizes: { usual: '标准', large: '大字' },
    sizeHint: '文字和按钮一起变大，看得清、点得准',
    kept: '已存内容',
    keptHint: '存下看过的商品，打开更快，没网也能看',
    clear: '清除',
    cleared: (kilobytes: number) => `已清除 ${kilobytes} KB`,
    version: '版本',
    logOut: '退出登录',
    logOutAsk: '退出当前账号？',
    loggedOut: '已退出',
  },
}
