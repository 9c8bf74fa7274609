/** Bills that are reduced and were paid, a deposit that stands at the shop and one that has come back. */
import { type Fen, fen } from '../../contract/money'
import { DAY_MS } from '../../contract/time'
import { giveBack, payDeposit } from '../../server/domains/deposit/deposits'
import { payBill } from '../../server/domains/paybill/bill'
import { setDiscount } from '../../server/domains/paybill/keeper'
import { book, userAccount } from '../../server/ledger/ledger'
import type { Seeding } from './seed'

export async function seedAssets(seeding: Seeding, [userId]: readonly number[], shopId: number): Promise<void> {
  const { tx, merchantId, now } = seeding
  await setDiscount(tx, merchantId, { consumeFen: fen(10_000), discountsFen: fen(800), isLoop: true })
  await setDiscount(tx, merchantId, { consumeFen: fen(50_000), discountsFen: fen(6000), isLoop: true })
  if (userId === undefined) return
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)

  await charge(seeding, userId, fen(50_000), daysAgo(20))
  const { transfers } = await payBill(tx, { merchantId, userId, money: fen(21_800), shopId }, daysAgo(12))
  await book(tx, merchantId, daysAgo(12), transfers)

  const key = { merchantId, userId, amountFen: fen(9900), refCode: '茶席 3 号', remark: '借出的茶具' }
  const kept = await payDeposit(tx, key, daysAgo(3))
  await book(tx, merchantId, daysAgo(3), kept.transfers)
  const lent = { merchantId, userId, amountFen: fen(5000), remark: '雨伞' }
  const back = await payDeposit(tx, lent, daysAgo(16))
  await book(tx, merchantId, daysAgo(16), back.transfers)
  await giveBack(tx, merchantId, back.row.id, daysAgo(15))
}

const charge = ({ tx, merchantId }: Seeding, userId: number, amount: Fen, at: Date) =>
  book(tx, merchantId, at, [
    {
      key: `demo:charge:${userId}`,
      kind: 'recharge',
      about: '充值',
      ref: '',
      entries: [
        { account: userAccount(userId), unit: 'CNY', amount },
        { account: 'shop:wechatpay', unit: 'CNY', amount: fen(-amount) },
      ],
    },
  ])
