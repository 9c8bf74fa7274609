import { cloneElement, Fragment, isValidElement, type ReactElement, type ReactNode, useRef } from 'react'

/**
 * The open pages, shown anew when `reason` changes. Taro keeps their elements, and React leaves alone what is still the
 * same element; what a page holds stays as it is.
 */
export function usePagesAnew(pages: ReactNode, reason: unknown): ReactNode {
  const kept = useRef({ reason, fresh: new WeakMap<ReactElement, ReactElement>() })
  if (kept.current.reason !== reason) kept.current = { reason, fresh: new WeakMap() }
  const { fresh } = kept.current

  const anew = (node: ReactNode): ReactNode => {
    if (Array.isArray(node)) return node.map(anew)
    if (!isValidElement<{ children?: ReactNode }>(node)) return node
    if (node.type === Fragment) return cloneElement(node, {}, anew(node.props.children))
    const page = fresh.get(node) ?? cloneElement(node)
    fresh.set(node, page)
    return page
  }
  return anew(pages)
}
