import { int, type Schema } from '../schema'

/** Messages that WeChat pushed, each taken in once; what the shop answers to words and events; shipments that WeChat was told of. */
export async function up({ shopTable, index }: Schema) {
  await shopTable('wechat_messages')
    .addColumn('key', 'text', column => column.notNull())
    .addColumn('received_at', int, column => column.notNull())
    .addPrimaryKeyConstraint('wechat_messages_pk', ['merchant_id', 'key'])
    .execute()
  await index('wechat_messages', 'received_at')
  await shopTable('wechat_replies')
    .addColumn('trigger', 'text', column => column.notNull())
    .addColumn('content', 'text', column => column.notNull())
    .addColumn('updated_at', int, column => column.notNull())
    .addPrimaryKeyConstraint('wechat_replies_pk', ['merchant_id', 'trigger'])
    .execute()
  await shopTable('wechat_shipments')
    .addColumn('payment_id', int, column => column.notNull())
    .addColumn('uploads', int, column => column.notNull())
    .addColumn('hash', 'text', column => column.notNull())
    .addColumn('told_at', int, column => column.notNull())
    .addPrimaryKeyConstraint('wechat_shipments_pk', ['merchant_id', 'payment_id'])
    .addForeignKeyConstraint('wechat_shipments_payment_id', ['merchant_id', 'payment_id'], 'payments', [
      'merchant_id',
      'id',
    ])
    .execute()
}
