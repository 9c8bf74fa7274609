import type { ReactNode } from 'react'
import { Failed } from '@/components/Failed'
import type { Loaded } from '@/lib/use-load'

interface Props<Data> {
  of: Loaded<Data>
  skeleton: ReactNode
  children: (data: Data) => ReactNode
}

/** A page's subject: its skeleton while it loads, an error to retry, or itself. */
export function Show<Data>({ of: { data, error, reload }, skeleton, children }: Props<Data>) {
  if (data !== undefined) return <>{children(data)}</>
  if (error) return <Failed error={error} onRetry={reload} />
  return <>{skeleton}</>
}
