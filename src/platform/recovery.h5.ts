import { say } from '@/stores/saying'
import { texts } from '@/texts'

/**
 * A page that was open when the shop was published anew asks for code that is gone: it is loaded again, once a minute.
 * Without a network that would leave the shopper with nothing; they are told, and keep what they have.
 */
export function recoverFromOldCode(): void {
  window.addEventListener('unhandledrejection', event => {
    if ((event.reason as Error | undefined)?.name !== 'ChunkLoadError') return
    event.preventDefault()
    recover()
  })
}

const KEY = 'recovered-at'
const PAUSE_MS = 60_000

async function recover(): Promise<void> {
  const isShopThere = await fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (!isShopThere) return say(texts.errors.offline)
  const last = Number(sessionStorage.getItem(KEY))
  if (Date.now() - last < PAUSE_MS) return say(texts.errors.unavailable)
  sessionStorage.setItem(KEY, String(Date.now()))
  window.location.reload()
}
