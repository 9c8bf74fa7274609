import { useEffect } from 'react'

/** Runs when the browser comes to the front again, as from the program that takes the money, or shows a page that it had stored. */
export function useBackInSight(run: () => void): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') run()
    }
    const shown = ({ persisted }: PageTransitionEvent) => {
      if (persisted) run()
    }
    document.addEventListener('visibilitychange', look)
    window.addEventListener('pageshow', shown)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('pageshow', shown)
    }
  }, [run])
}
