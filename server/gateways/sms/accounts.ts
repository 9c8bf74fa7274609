/** The shop's accounts with providers of text messages, in the order in which they are asked. */

import { type AliyunSmsSettings, createAliyunSms } from './aliyun'
import { failOver } from './fail-over'
import type { Sms } from './index'
import { createTencentSms, type TencentSmsSettings } from './tencent'

export type SmsAccount = ({ provider: 'aliyun' } & AliyunSmsSettings) | ({ provider: 'tencent' } & TencentSmsSettings)

/** Nothing without an account. */
export function createSms(accounts: readonly SmsAccount[]): Sms | undefined {
  const [first, ...others] = accounts.map(openAccount)
  return first && failOver([first, ...others])
}

export const openAccount = (account: SmsAccount): Sms =>
  account.provider === 'aliyun' ? createAliyunSms(account) : createTencentSms(account)
