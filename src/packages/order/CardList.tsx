import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { Skeleton } from '@/components/Skeleton'
import type { Pages } from '@/lib/use-pages'
import './card-list.scss'

interface Props<Row> {
  of: Pages<Row>
  /** As high as a card is, so that nothing jumps when the rows come. */
  height: number
  /** What stands there when there is none. */
  empty: ReactNode
  children(row: Row): ReactNode
}

/** Cards below one another, from the first skeleton to the end of the list. */
export function CardList<Row>({ of, height, empty, children }: Props<Row>) {
  const { rows, error, reload } = of
  return (
    <View className="card-list">
      {!rows && !error && [1, 2, 3].map(i => <Skeleton key={i} height={height} radius={18} gap={12} />)}
      {!rows && error && <Failed error={error} onRetry={reload} />}
      {rows?.length === 0 && empty}
      {rows?.map(children)}
      <ListEnd of={of} />
    </View>
  )
}
