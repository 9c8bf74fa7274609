/** A refusal in the gateway's own words: `code` 40004 with a `sub_code`, unless said otherwise. */
export class BizRefusal extends Error {
  constructor(
    readonly subCode: string,
    message: string,
    readonly code = '40004',
  ) {
    super(message)
  }
}
