import type { Schema } from '../schema'

/** A payment is booked once because its state moves once; the numbers of the messages that told of it were never asked for. */
export async function up({ schema }: Schema) {
  await schema.dropTable('payment_events').execute()
}
