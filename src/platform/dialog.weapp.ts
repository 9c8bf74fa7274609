import { type RefObject, useRef } from 'react'

/** A mini-program has no keyboard focus to keep. */
export function useDialog(_isOpen: boolean, _close: () => void): RefObject<HTMLElement> {
  return useRef<HTMLElement>(null)
}
