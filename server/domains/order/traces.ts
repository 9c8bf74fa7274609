/** Where parcels have been, as the carrier tells it. */
import type { Tx } from '../../db/database'
import { readJson, writeJson } from '../../json'

/** As clients read it; the time is Beijing's, `2026-01-31 08:00:00`. */
export interface Trace {
  AcceptTime: string
  AcceptStation: string
}

/** More than any parcel has; what comes in beyond that is not of one parcel. */
export const MOST_TRACES = 200

/**
 * Adds what is new to all parcels of a number: goods of several orders may travel in one. A repeat, whole or in part, adds
 * nothing twice. Answers how many parcels have the number and how many steps are new in them; undefined when a parcel would
 * have too many.
 */
export async function addTraces(
  tx: Tx,
  merchantId: number,
  trackingNumber: string,
  traces: readonly Trace[],
): Promise<{ parcels: number; added: number } | undefined> {
  const parcels = await lockParcels(tx, merchantId, trackingNumber)
  let added = 0
  for (const { id, traces_json } of parcels) {
    const known = readJson<Trace[]>(traces_json)
    const all = merged(known, traces)
    if (all.length > MOST_TRACES) return undefined
    if (all.length === known.length) continue
    added += all.length - known.length
    await tx
      .updateTable('shipments')
      .set({ traces_json: writeJson(all) })
      .where('merchant_id', '=', merchantId)
      .where('id', '=', id)
      .execute()
  }
  return { parcels: parcels.length, added }
}

/** Two imports at once follow one another, so that neither loses what the other has added. */
const lockParcels = (tx: Tx, merchantId: number, trackingNumber: string) =>
  tx
    .updateTable('shipments')
    .set(({ ref }) => ({ traces_json: ref('traces_json') }))
    .where('merchant_id', '=', merchantId)
    .where('tracking_number', '=', trackingNumber)
    .returning(['id', 'traces_json'])
    .execute()

/** The oldest first; the same words at the same time are one step. */
function merged(known: readonly Trace[], more: readonly Trace[]): Trace[] {
  const steps = new Map([...known, ...more].map(step => [`${step.AcceptTime} ${step.AcceptStation}`, step]))
  return [...steps.values()].sort((a, b) => (a.AcceptTime < b.AcceptTime ? -1 : a.AcceptTime > b.AcceptTime ? 1 : 0))
}
