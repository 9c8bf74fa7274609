/** Words of the user subpackage, which come with it. In English they come with all the rest of it. */
import { withWords } from '.'
import { money } from './zh/money'
import { reading } from './zh/reading'
import { settings } from './zh/settings'
import { user } from './zh/user'

export const texts = withWords({ ...user, ...money, ...reading, ...settings })
