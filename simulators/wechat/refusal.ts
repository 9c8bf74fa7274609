import { randomBytes } from 'node:crypto'

/** How WeChat says no. */
export const refusal = (errcode: number, errmsg: string) => ({
  errcode,
  errmsg: `${errmsg}, rid: ${randomBytes(12).toString('hex')}`,
})
