/** How WeChat's functions answer: later, by `success` or `fail`, then `complete`. */
import type { Activity } from './activity'
import type { Program } from './program'

export interface Options {
  success?(answer: object): void
  fail?(answer: object): void
  complete?(answer: object): void
  [name: string]: unknown
}

/** What a function of WeChat refuses, as `errMsg` behind its name: `fail cancel`; some say a number, too. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly errCode?: number,
  ) {
    super(message)
  }
}

export type WxFunction = (options?: Options) => unknown

export type Answering = (name: string, work: (options: Options) => unknown) => WxFunction

/** Makes functions of WeChat out of what they do: what `work` returns is the answer, a `Failure` is the failure. */
export const answering =
  (activity: Activity, inside: Program['inside']): Answering =>
  (name, work) =>
  (options = {}) => {
    const result = Promise.resolve()
      .then(() => work(options))
      .then(
        answer => ({ isDone: true, answer: { ...(answer as object), errMsg: `${name}:ok` } }),
        error => {
          if (!(error instanceof Failure)) throw error
          const { message, errCode } = error
          return { isDone: false, answer: { errMsg: `${name}:${message}`, ...(errCode && { errCode }) } }
        },
      )
    activity.during(name, result, ({ isDone, answer }) => {
      const given = inside(answer)
      if (isDone) options.success?.(given)
      else options.fail?.(given)
      options.complete?.(given)
    })
    return undefined
  }
