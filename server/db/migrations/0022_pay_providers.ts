import type { Schema } from '../schema'

/** Who brought the money of a payment: until now WeChat Pay alone. */
export async function up({ schema }: Schema) {
  await schema
    .alterTable('payments')
    .addColumn('provider', 'text', column => column.notNull().defaultTo('wechatpay'))
    .execute()
}
