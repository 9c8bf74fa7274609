import { type RefObject, useRef } from 'react'

/** WeChat flings nothing that does not scroll. */
export function useSideways(): RefObject<HTMLElement> {
  return useRef<HTMLElement>(null)
}
