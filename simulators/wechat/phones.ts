import { randomBytes } from 'node:crypto'
import { remember } from '../bounded'
import type { Clock } from '../clock'
import { refusal } from './refusal'

const CODE_MS = 5 * 60_000
const MOST_CODES = 20_000

/** Codes of the number button: each works once and lives five minutes. */
export function createPhones(appid: string, clock: Clock) {
  const codes = new Map<string, { mobile: string; countryCode: string; until: number }>()
  let quota = Number.POSITIVE_INFINITY

  return {
    issue(mobile: string, countryCode: string): string {
      const code = randomBytes(32).toString('hex')
      remember(codes, code, { mobile, countryCode, until: clock.now().getTime() + CODE_MS }, MOST_CODES)
      return code
    },

    redeem(code: string) {
      const issued = codes.get(code)
      codes.delete(code)
      if (!issued || issued.until <= clock.now().getTime()) return refusal(40029, 'invalid code')
      if (quota < 1) return refusal(1400001, 'api unauthorized or quota used up')
      quota -= 1
      const { mobile, countryCode } = issued
      return {
        errcode: 0,
        errmsg: 'ok',
        phone_info: {
          phoneNumber: countryCode === '86' ? mobile : `+${countryCode}${mobile}`,
          purePhoneNumber: mobile,
          // A number in WeChat's own example.
          countryCode: Number(countryCode),
          watermark: { timestamp: Math.floor(clock.now().getTime() / 1000), appid },
        },
      }
    },

    setQuota(left: number): void {
      quota = left
    },
  }
}
