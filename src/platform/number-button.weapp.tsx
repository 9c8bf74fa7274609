import { Button } from '@tarojs/components'
import type { NumberButtonProps } from './number-button.h5'
import './number-button.scss'

/** WeChat shows its own sheet with the shopper's numbers, and gives a code for the one that they choose. */
export const NumberButton = ({ onCode, onTrouble, children }: NumberButtonProps) => (
  <Button
    className="number-button button button--primary button--m button--wide"
    openType="getPhoneNumber"
    onGetPhoneNumber={({ detail }) => {
      const { code, errMsg } = detail as { code?: string; errMsg: string }
      if (code) onCode(code)
      else if (!/deny|cancel/.test(errMsg)) onTrouble()
    }}
  >
    {children}
  </Button>
)

export const hasNumberButton = true
