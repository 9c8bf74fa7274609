/** What orders know of a person, when the person goes: amounts, goods and times stay, who and where does not. */
import type { Tx } from '../../db/database'
import { readJson, writeJson } from '../../json'

const GONE = '已注销'

/** The region stays: it says what freight was paid for. */
export async function forgetBuyer(tx: Tx, merchantId: number, userId: number): Promise<void> {
  const orders = await tx
    .selectFrom('orders')
    .select(['id', 'address_json'])
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .execute()
  for (const { id, address_json } of orders) {
    await tx
      .updateTable('orders')
      .set({ address_json: address_json && withoutPerson(address_json), remark: '', ext_json: '{}' })
      .where('merchant_id', '=', merchantId)
      .where('id', '=', id)
      .execute()
  }
  await tx
    .updateTable('order_lines')
    .set({ fields_json: '[]' })
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .execute()
  await tx
    .updateTable('refunds')
    .set({ remark: '', pics_json: '[]' })
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .execute()
  if (orders.length === 0) return
  await tx
    .updateTable('supply_purchases')
    .set({ mobile: '', fields_json: '{}' })
    .where('merchant_id', '=', merchantId)
    .where('order_id', 'in', ({ selectFrom }) =>
      selectFrom('orders').select('id').where('merchant_id', '=', merchantId).where('user_id', '=', userId),
    )
    .execute()
}

function withoutPerson(addressJson: string): string {
  const { province_id, city_id, district_id, street_id } = readJson<Record<string, unknown>>(addressJson)
  return writeJson({ province_id, city_id, district_id, street_id, linkMan: GONE, mobile: '', address: '' })
}
