/** What the page says for a moment, and what it asks. One of each at a time; `Page` shows them. */
import { create } from 'zustand'
import { LoginAbandoned } from './login-request'

const SHOWN_MS = 2200
/** Long enough to read, to think and to press. */
const OFFERED_MS = 6000

export interface Question {
  title: string
  text?: string
  yes: string
  no?: string
  answer(isYes: boolean): void
}

/** What can be done about what is said, as undoing it. */
export interface Offer {
  name: string
  run(): void
}

interface Saying {
  words: string
  offer: Offer | undefined
  question: Question | undefined
}

export const useSaying = create<Saying>(() => ({ words: '', offer: undefined, question: undefined }))

let timer: ReturnType<typeof setTimeout> | undefined

/** Says a few words, or what went wrong. Somebody who changed their mind about logging in is told nothing. */
export function say(words: string | unknown, offer?: Offer): void {
  if (words instanceof LoginAbandoned) return
  clearTimeout(timer)
  useSaying.setState({ words: words instanceof Error ? words.message : String(words), offer })
  timer = setTimeout(hush, offer ? OFFERED_MS : SHOWN_MS)
}

/** Takes back what is said. */
export function hush(): void {
  clearTimeout(timer)
  useSaying.setState({ words: '', offer: undefined })
}

export function ask(question: Omit<Question, 'answer'>): Promise<boolean> {
  return new Promise(resolve => {
    const answer = (isYes: boolean) => {
      useSaying.setState({ question: undefined })
      resolve(isYes)
    }
    useSaying.setState({ question: { ...question, answer } })
  })
}
