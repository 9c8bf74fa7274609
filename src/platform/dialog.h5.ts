import { type RefObject, useEffect, useRef } from 'react'

const focusable = 'a[href], [tabindex="0"], button, input, textarea'

/** Keeps the keyboard inside an open dialog, closes it on Escape and gives the focus back afterwards. */
export function useDialog(isOpen: boolean, close: () => void): RefObject<HTMLElement> {
  const dialog = useRef<HTMLElement>(null)
  const latestClose = useRef(close)
  latestClose.current = close

  useEffect(() => {
    if (!isOpen) return
    const before = document.activeElement
    dialog.current?.focus({ preventScroll: true })
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') latestClose.current()
      if (event.key === 'Tab') turnAround(event, dialog.current)
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [isOpen])

  return dialog
}

/** From the last stop to the first, and back. */
function turnAround(event: KeyboardEvent, dialog: HTMLElement | null): void {
  const stops = [...(dialog?.querySelectorAll<HTMLElement>(focusable) ?? [])]
  const first = stops[0]
  const last = stops.at(-1)
  const isAtEnd = event.shiftKey ? document.activeElement === first : document.activeElement === last
  if (!isAtEnd && dialog?.contains(document.activeElement)) return
  event.preventDefault()
  const next = event.shiftKey ? last : first
  next?.focus()
}
