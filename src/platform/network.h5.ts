/** Tells now, and whenever it changes, whether there is a network. */
export function watchNetwork(tell: (isOnline: boolean) => void): void {
  tell(navigator.onLine)
  addEventListener('online', () => tell(true))
  addEventListener('offline', () => tell(false))
}
