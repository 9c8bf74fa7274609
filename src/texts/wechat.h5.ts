/** Words of what only WeChat's browser does, which come with it. In English they come with all the rest of it. */
import { withWords } from '.'
import { wechat } from './zh/wechat'

export const texts = withWords(wechat)
