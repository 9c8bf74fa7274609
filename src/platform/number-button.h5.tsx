export interface NumberButtonProps {
  /** A code that the server exchanges for the number. */
  onCode: (code: string) => void
  /** WeChat gives none: the shop may not ask, or has used up what it paid for. Somebody who says no has no trouble. */
  onTrouble: () => void
  children: string
}

/** A browser knows nobody's number. */
export const NumberButton = (_props: NumberButtonProps) => null

export const hasNumberButton = false
