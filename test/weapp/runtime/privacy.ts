/** WeChat holds calls that touch what is the shopper's own until they have agreed; it asks by the program's own sheet. */
import type { Options, WxFunction } from './callbacks'
import type { Phone } from './phone'
import type { Program } from './program'

const PRIVATE = ['chooseMedia', 'chooseAddress', 'chooseLocation', 'setClipboardData', 'getClipboardData']

interface Decision {
  event: 'agree' | 'disagree' | 'exposureAuthorization'
  buttonId?: string
}
type Listener = (resolve: (decision: Decision) => void, about: object) => void

/** The same functions, held back, and those that the program is asked and answers by. */
export function heldBack<Functions extends Record<string, unknown>>(
  phone: Phone,
  functions: Functions,
  inside: Program['inside'],
): Functions & Record<string, unknown> {
  let listener: Listener | undefined
  const held = (name: string, run: WxFunction): WxFunction => {
    return (options: Options = {}) => {
      if (phone.hasAgreed || !listener) return run(options)
      listener(
        ({ event, buttonId }) => {
          if (event === 'exposureAuthorization') return
          if (event === 'agree') {
            if (!buttonId || phone.agreedBy !== buttonId) throw new Error('agreed without a finger on the button')
            phone.hasAgreed = true
            run(options)
            return
          }
          const failure = inside({ errMsg: `${name}:fail privacy permission is not authorized`, errno: 104 })
          options.fail?.(failure)
          options.complete?.(failure)
        },
        inside({ referrer: name }),
      )
      return undefined
    }
  }
  const guarded = PRIVATE.map(name => [name, held(name, functions[name] as WxFunction)])
  return {
    ...functions,
    ...Object.fromEntries(guarded),
    onNeedPrivacyAuthorization: (given: Listener) => {
      listener = given
    },
  }
}
