/**
 * A purchase at a supplier. The supplier knows no key that would make a repeat harmless, so only these moves exist:
 *
 * planned → sending (committed before the call leaves) → bought | rejected | unknown | incomplete
 *         ← (only when nothing had left this machine)
 * planned → rejected (nothing was sent, and nothing will be)
 * planned, rejected → refunded (the money goes back to the buyer)
 * rejected → planned (a person lets it be tried again: nothing had been sold)
 * unknown → bought | incomplete (found among the supplier's orders), or what two persons say
 *
 * From `unknown` no program ever sends again. Only the very answer that was waited for may still come in late and turn it
 * into what it says.
 */
export type PurchaseState = 'planned' | 'sending' | 'bought' | 'rejected' | 'unknown' | 'incomplete' | 'refunded'

/** Ends in which a person decides what the buyer gets. */
export const NEEDS_PERSON: readonly PurchaseState[] = ['unknown', 'rejected', 'incomplete']
