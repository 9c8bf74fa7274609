import Taro from '@tarojs/taro'

/** What WeChat is set to. */
export const systemLanguage = (): 'zh' | 'en' => (/^zh/i.test(Taro.getAppBaseInfo().language ?? 'zh') ? 'zh' : 'en')

/** WeChat asks nobody. */
export function tellLanguage(_language: 'zh' | 'en'): void {}
