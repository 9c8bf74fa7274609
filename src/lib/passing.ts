import { WxapiError } from '@/api'
import { codes } from '../../contract/codes'

const passing: readonly number[] = [codes.loginRequired, codes.tooMany, codes.serverFault, codes.starting]

/** What went wrong says nothing of what was asked for: another try may succeed. */
export const isPassing = (error: unknown): boolean => !(error instanceof WxapiError) || passing.includes(error.code)
