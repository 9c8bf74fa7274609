import { Text } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { type Remaining, remainingUntil } from '@/lib/dates'

interface Props {
  /** A time of the server. */
  until: string
  onEnd(): void
  children: (remaining: Remaining) => string
}

/** What is left, second by second. */
export function Countdown({ until, onEnd, children }: Props) {
  const [remaining, setRemaining] = useState(() => remainingUntil(until))
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another end begins anew
  useEffect(() => {
    const timer = setInterval(() => {
      const left = remainingUntil(until)
      setRemaining(left)
      if (left) return
      clearInterval(timer)
      onEnd()
    }, 1000)
    return () => clearInterval(timer)
  }, [until])
  return remaining ? <Text className="countdown">{children(remaining)}</Text> : null
}
