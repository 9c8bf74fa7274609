/** Words of score, which come with the pages that speak of it. */
import { withWords } from '.'
import { score as scoreInEnglish } from './en/score'
import { score } from './zh/score'

export const texts = withWords(score, scoreInEnglish)
