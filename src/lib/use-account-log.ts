import { useState } from 'react'
import { asMe, type Reply, wxapi } from '@/api'
import { usePull, useReturn } from './page-hooks'
import { useLoad } from './use-load'
import { useMyPages } from './use-my-pages'
import type { Pages } from './use-pages'

export const MOVEMENTS = ['all', 'in', 'out'] as const
export type Movements = (typeof MOVEMENTS)[number]

const behaviors = { all: undefined, in: 0, out: 1 } as const

export interface AccountLog<Row> {
  /** Undefined until it is known. */
  amount: { balance: number; score: number } | undefined
  logs: Pages<Row>
  shown: Movements
  show(movements: Movements): void
  reload(): Promise<unknown>
}

/** As both logs are asked. */
interface Request {
  token: string
  page: number
  pageSize: number
  behavior?: 0 | 1
}

/** What a shopper has of something, and every movement of it; or only what came, or what went. */
export function useAccountLog<Row>(read: (request: Request) => Reply<{ result: Row[] }>): AccountLog<Row> {
  const [shown, show] = useState<Movements>('all')
  const amount = useLoad(() => asMe(token => wxapi.userAmount(token)), [])
  const behavior = behaviors[shown]
  const logs = useMyPages(request => read({ ...request, ...(behavior !== undefined && { behavior }) }), [shown])
  const reload = () => Promise.all([amount.reload(), logs.reload()])
  usePull(amount.reload)
  useReturn(amount.reload)
  return { amount: amount.data, logs, shown, show, reload }
}
