import { fen } from '../../../contract/money'
import type { DeductionRule } from './rules'

/** Growth has no fen: its number stands where the yuan are. */
export const deductionAnswer = ({ type, score, value, is_loop }: DeductionRule) => ({
  score,
  money: fen(type === 0 ? value : value * 100),
  loop: is_loop === 1,
})
