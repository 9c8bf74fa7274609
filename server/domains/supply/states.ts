/**
 * A purchase at a supplier. The supplier knows no key that would make a repeat harmless, so only these moves exist:
 *
 * planned → sending (committed before the call leaves) → bought | rejected | unknown | incomplete
 *         ← (only when nothing had left this machine)
 * planned → rejected (nothing was sent, and nothing will be)
 *
 * From `unknown` no program ever sends again; a person looks. Only the very answer that was waited for may still come in
 * late and turn it into what it says.
 */
export type PurchaseState = 'planned' | 'sending' | 'bought' | 'rejected' | 'unknown' | 'incomplete'
