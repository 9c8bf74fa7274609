/** Our words in English, for hands that find their way by the Chinese ones. */
import { en } from '../../src/texts/en/whole'
import { zh } from '../../src/texts/zh'
import { assets } from '../../src/texts/zh/assets'
import { coupon } from '../../src/texts/zh/coupon'
import { goods } from '../../src/texts/zh/goods'
import { invoice } from '../../src/texts/zh/invoice'
import { member } from '../../src/texts/zh/member'
import { money } from '../../src/texts/zh/money'
import { order } from '../../src/texts/zh/order'
import { promotion } from '../../src/texts/zh/promotion'
import { refund } from '../../src/texts/zh/refund'
import { score } from '../../src/texts/zh/score'
import { user } from '../../src/texts/zh/user'

const words = new Map<string, string>()
pair(
  {
    ...zh,
    ...goods,
    ...order,
    ...refund,
    ...invoice,
    ...user,
    ...money,
    ...promotion,
    ...coupon,
    ...score,
    ...member,
    ...assets,
  },
  en,
)

/** What is not ours, as a product's name, stays as it is. */
export const inEnglish = (chinese: string): string => words.get(chinese) ?? chinese

function pair(chinese: unknown, english: unknown): void {
  if (typeof chinese === 'string' && typeof english === 'string' && !words.has(chinese)) words.set(chinese, english)
  if (typeof chinese !== 'object' || chinese === null) return
  for (const [key, value] of Object.entries(chinese)) pair(value, (english as Record<string, unknown>)?.[key])
}
