/** Words of bills and deposits, which come with their pages. */
import { withWords } from '.'
import { assets as assetsInEnglish } from './en/assets'
import { assets } from './zh/assets'

export const texts = withWords(assets, assetsInEnglish)
