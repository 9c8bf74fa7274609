import { createHash } from 'node:crypto'
import { type PhpForm, textIn } from './form'

export interface Account {
  appid: string
  user: string
  appkey: string
  registeredAt: string
  tokenTimeLabel: 'creation_time' | 'ctime'
}

/** The refusal for a call that lacks its credentials (40000) or brings wrong ones (40002). Names are lower case, as in PHP. */
export function refusalFor(form: PhpForm, account: Account): 40000 | 40002 | undefined {
  const given = ['appid', 'user', 'appkey', 'token'].map(name => textIn(form, name))
  if (given.includes('')) return 40000
  const expected = [account.appid, account.user, account.appkey, tokenOf(account)]
  return given.every((value, i) => value === expected[i]) ? undefined : 40002
}

function tokenOf({ appid, user, appkey, registeredAt, tokenTimeLabel }: Account): string {
  const md5 = (text: string) => createHash('md5').update(text).digest('hex')
  const parts = [`appid=${appid}`, `user=${md5(user)}`, `appkey=${appkey}`, `${tokenTimeLabel}=${md5(registeredAt)}`]
  return md5(parts.join('&&'))
}
