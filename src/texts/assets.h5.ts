/** Words of bills and deposits, which come with their pages. In English they come with all the rest of it. */
import { withWords } from '.'
import { assets } from './zh/assets'

export const texts = withWords(assets)
