import { WxapiError } from '@/api'
import { Empty } from '@/components/Empty'
import { open, pages } from '@/lib/pages'
import { isPassing } from '@/lib/passing'
import { LoginAbandoned } from '@/stores/login-request'
import { texts } from '@/texts'
import { codes } from '../../../contract/codes'

interface Props {
  error: Error
  onRetry(): void
}

/** What the page's address asks for is not there, or it asks for nothing. */
const missing: number[] = [codes.noData, codes.badRequest]

/** What went wrong, in words for people, and the way on. */
export function Failed({ error, onRetry }: Props) {
  if (error instanceof LoginAbandoned)
    return <Empty icon="person" title={texts.login.needed} action={texts.login.go} onAction={onRetry} />
  if (error instanceof WxapiError && !isPassing(error)) {
    const title = missing.includes(error.code) ? texts.errors.gone : error.message
    return <Empty icon="box" title={title} action={texts.errors.home} onAction={() => open(pages.home)} />
  }
  return <Empty icon="cloud" title={texts.errors.title} text={error.message} action={texts.retry} onAction={onRetry} />
}
