/** Words of the goods subpackage, which come with it. */
import { withWords } from '.'
import { goods as goodsInEnglish } from './en/goods'
import { goods } from './zh/goods'

export const texts = withWords({ ...goods }, { ...goodsInEnglish })
