/**
 * A withdrawal.
 *
 * asked → refused                    the money is in the balance again
 * asked → paid                       by hand, by the shop keeper's word
 * asked → sent                       by WeChat: what becomes of it, its transfer says
 *
 * Until it is paid or refused the money stands frozen.
 */
import type { Db } from '../../db/database'
import type { TransferState } from '../transfer/states'

export type WithdrawalState = 'asked' | 'sent' | 'paid' | 'refused'

/** As WXAPI's clients count them. */
export const STATUS = { asked: 0, paid: 1, back: 2, agreed: 3 } as const
export const STATUS_TEXTS: Readonly<Record<number, string>> = {
  0: '待审核',
  1: '已到账',
  2: '未通过，已退回余额',
  3: '待收款',
}

/** With the transfer that pays it, where there is one. */
export const withdrawalsIn = (db: Db, merchantId: number) =>
  db
    .selectFrom('withdrawals as one')
    .leftJoin('merchant_transfers as transfer', join =>
      join
        .onRef('transfer.merchant_id', '=', 'one.merchant_id')
        .on(({ eb, ref, val }) => eb('transfer.key', '=', eb(val('withdrawal:'), '||', ref('one.number')))),
    )
    .selectAll('one')
    .select(['transfer.state as transfer_state', 'transfer.fail_reason', 'transfer.package_info'])
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .where('one.merchant_id', '=', merchantId)

export type WithdrawalRow = Awaited<ReturnType<ReturnType<typeof withdrawalsIn>['execute']>>[number]

export const transferKey = (number: string): string => `withdrawal:${number}`

export function statusOf({ state, transfer_state }: Pick<WithdrawalRow, 'state' | 'transfer_state'>): number {
  if (state === 'asked') return STATUS.asked
  if (state === 'paid') return STATUS.paid
  if (state === 'refused') return STATUS.back
  const sent = transfer_state as TransferState | null
  return sent === 'paid' ? STATUS.paid : sent === 'failed' ? STATUS.back : STATUS.agreed
}
