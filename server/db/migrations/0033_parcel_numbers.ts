import type { Schema } from '../schema'

/** Carriers know parcels by their number alone. */
export async function up({ index }: Schema) {
  await index('shipments', 'tracking_number')
}
