import { Refusal } from '../../../http/refusal'

/**
 * Parties that some shops of WXAPI collect through and this server has no gateway to. A shop with an account at one of them adds its
 * gateway, its provider and a channel, and this line of the handlers goes.
 */
export const elsewhere = async (): Promise<never> => {
  throw new Refusal('payNotOpen')
}
