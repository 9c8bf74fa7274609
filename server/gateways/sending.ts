/** How far a call has come on its way out. undici tells by its diagnostics channels, since a dispatcher sees no socket. */
import { channel } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'
import type { Dispatcher } from 'undici'

/** What is known of one call. */
export interface Progress {
  /** The connection and its TLS stand; the first byte may have left. */
  started: boolean
  socket?: Socket
}

let dispatching: Progress | undefined
const byRequest = new WeakMap<object, Progress>()

channel('undici:request:create').subscribe(message => {
  const { request } = message as { request: object }
  if (dispatching) byRequest.set(request, dispatching)
})
channel('undici:client:sendHeaders').subscribe(message => {
  const { request, socket } = message as { request: object; socket: Socket }
  const progress = byRequest.get(request)
  if (progress) progress.socket = socket
})

/** Writes down in `progress` how far a call has come. `onRequestStart` comes just before the first byte is written. */
export function noting(progress: Progress): Dispatcher.DispatcherComposeInterceptor {
  return dispatch => (options, handler) => {
    dispatching = progress
    try {
      return dispatch(options, {
        onRequestStart(controller, context) {
          handler.onRequestStart?.(controller, context)
          progress.started = !controller.aborted
        },
        onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
        onResponseStart: (...args) => handler.onResponseStart?.(...args),
        onResponseData: (...args) => handler.onResponseData?.(...args),
        onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
        onResponseError: (...args) => handler.onResponseError?.(...args),
      })
    } finally {
      dispatching = undefined
    }
  }
}

/** Whether some of the request still waits in this machine. */
export const isStuck = ({ started, socket }: Progress): boolean => started && (socket?.writableLength ?? 0) > 0
