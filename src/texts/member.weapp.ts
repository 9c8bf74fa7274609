/** Words of members, which come with the pages that speak of them. */
import { withWords } from '.'
import { member as memberInEnglish } from './en/member'
import { member } from './zh/member'

export const texts = withWords(member, memberInEnglish)
