/** Whether the phone has a network, as far as it knows. */
import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import { watchNetwork } from '@/platform/network'

interface Network {
  isOnline: boolean
}

export const useNetwork = create<Network>(() => ({ isOnline: true }))

watchNetwork(isOnline => {
  if (isOnline !== useNetwork.getState().isOnline) useNetwork.setState({ isOnline })
})

/** Runs each time the network comes back. Answers how to stop that. */
export const whenBackOnline = (run: () => void): (() => void) =>
  useNetwork.subscribe(({ isOnline }, before) => {
    if (isOnline && !before.isOnline) run()
  })

/** The same for as long as a page is there; the latest `run` counts. */
export function useBackOnline(run: () => void): void {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => whenBackOnline(() => latest.current()), [])
}
