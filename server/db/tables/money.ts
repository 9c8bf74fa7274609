/** The ledger, payments and what recharges are rewarded with. */
import type { Generated } from 'kysely'
import type { Fen } from '../../../contract/money'

export interface MoneyTables {
  ledger_transfers: LedgerTransferTable
  ledger_entries: LedgerEntryTable
  ledger_accounts: LedgerAccountTable
  payments: PaymentTable
  payment_quarantine: PaymentQuarantineTable
  recharge_rules: RechargeRuleTable
  reconciliations: ReconciliationTable
  merchant_transfers: MerchantTransferTable
  complaints: ComplaintTable
}

export interface LedgerTransferTable {
  merchant_id: number
  id: Generated<number>
  key: string
  kind: number
  about: Generated<string>
  ref: Generated<string>
  created_at: number
}

export interface LedgerEntryTable {
  merchant_id: number
  id: Generated<number>
  transfer_id: number
  account: string
  unit: string
  amount: number
  balance_after: number | null
  created_at: number
}

export interface LedgerAccountTable {
  merchant_id: number
  account: string
  unit: string
  balance: number
}

export interface PaymentTable {
  merchant_id: number
  id: Generated<number>
  out_trade_no: string
  user_id: number
  channel: string
  provider: Generated<string>
  amount_fen: Fen
  pay_name: Generated<string>
  remark: Generated<string>
  next_action_json: string | null
  state: Generated<number>
  transaction_id: string | null
  refunded_fen: Generated<Fen>
  outcome: Generated<string>
  /** Money that goes back because what it was for is gone: `sending`, `done`, `failed`. */
  back_state: Generated<string>
  created_at: number
  expires_at: number
  paid_at: number | null
  updated_at: number
}

export interface PaymentQuarantineTable {
  merchant_id: number
  id: Generated<number>
  provider: string
  transaction_id: string
  out_trade_no: string
  payment_id: number | null
  reason: string
  amount_fen: Fen
  currency: string
  received_at: number
  resolved_at: number | null
  credited_fen: Generated<Fen>
  note: Generated<string>
}

export interface ComplaintTable {
  merchant_id: number
  id: Generated<number>
  complaint_id: string
  out_trade_no: string
  amount_fen: Fen
  state: string
  detail: string
  /** The payer has written again. */
  payer_waits: number
  complained_at: number
  updated_at: number
}

export interface MerchantTransferTable {
  merchant_id: number
  id: Generated<number>
  key: string
  bill_no: string
  user_id: number
  amount_fen: Fen
  remark: string
  /** `planned`, `sent`, `waiting`, `paid`, `failed`. */
  state: string
  openid: string | null
  package_info: string | null
  is_cancelled: Generated<number>
  fail_reason: Generated<string>
  created_at: number
  updated_at: number
}

export interface ReconciliationTable {
  merchant_id: number
  id: Generated<number>
  provider: string
  day: string
  lines: number
  paid_fen: Fen
  refunded_fen: Fen
  differences_json: string
  checked_at: number
}

export interface RechargeRuleTable {
  merchant_id: number
  id: Generated<number>
  confine_fen: Fen
  send_fen: Fen
  is_loop: Generated<number>
}
