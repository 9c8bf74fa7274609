/** What the page says for a moment, and what it asks. One of each at a time; `Page` shows them. */
import { create } from 'zustand'
import { LoginAbandoned } from './login-request'

const SHOWN_MS = 2200

export interface Question {
  title: string
  text?: string
  yes: string
  no?: string
  answer(isYes: boolean): void
}

interface Saying {
  words: string
  question: Question | undefined
}

export const useSaying = create<Saying>(() => ({ words: '', question: undefined }))

let timer: ReturnType<typeof setTimeout> | undefined

/** Says a few words, or what went wrong. Somebody who changed their mind about logging in is told nothing. */
export function say(words: string | unknown): void {
  if (words instanceof LoginAbandoned) return
  clearTimeout(timer)
  useSaying.setState({ words: words instanceof Error ? words.message : String(words) })
  timer = setTimeout(() => useSaying.setState({ words: '' }), SHOWN_MS)
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
