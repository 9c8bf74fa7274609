/** Words of the promotion subpackage, which come with it. */
import { withWords } from '.'
import { promotion as promotionInEnglish } from './en/promotion'
import { promotion } from './zh/promotion'

export const texts = withWords({ ...promotion }, { ...promotionInEnglish })
