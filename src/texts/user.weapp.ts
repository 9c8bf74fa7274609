/** Words of the user subpackage, which come with it. */
import { withWords } from '.'
import { money as moneyInEnglish } from './en/money'
import { reading as readingInEnglish } from './en/reading'
import { settings as settingsInEnglish } from './en/settings'
import { user as userInEnglish } from './en/user'
import { money } from './zh/money'
import { reading } from './zh/reading'
import { settings } from './zh/settings'
import { user } from './zh/user'

export const texts = withWords(
  { ...user, ...money, ...reading, ...settings },
  { ...userInEnglish, ...moneyInEnglish, ...readingInEnglish, ...settingsInEnglish },
)
