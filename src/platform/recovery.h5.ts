/** A page that was open when the shop was published anew asks for code that is gone: it is loaded again, once a minute. */
export function recoverFromOldCode(): void {
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if ((reason as Error | undefined)?.name !== 'ChunkLoadError') return
    const last = Number(sessionStorage.getItem(KEY))
    if (Date.now() - last < PAUSE_MS) return
    sessionStorage.setItem(KEY, String(Date.now()))
    window.location.reload()
  })
}

const KEY = 'recovered-at'
const PAUSE_MS = 60_000
