/** The trade password, which shops may ask for before money leaves a balance. */
import type { SignedIn } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { settingOf } from '../site/settings'
import { isPassword } from './passwords'

/** Asked for where the shop has set `balance_pay_pwd` to 1. */
export async function refuseWrongPayPassword(context: SignedIn, password: string | undefined): Promise<void> {
  const { db, merchant, user } = context
  if ((await settingOf(db, merchant.id, 'balance_pay_pwd')) !== '1') return
  if (!(await isPassword(context, user.id, 'pay', password ?? ''))) throw new Refusal('payPasswordWrong')
}
