/** Words of score, which come with the pages that speak of it. In English they come with all the rest of it. */
import { withWords } from '.'
import { score } from './zh/score'

export const texts = withWords(score)
