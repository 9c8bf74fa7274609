/** Words of members, which come with the pages that speak of them. In English they come with all the rest of it. */
import { withWords } from '.'
import { member } from './zh/member'

export const texts = withWords(member)
