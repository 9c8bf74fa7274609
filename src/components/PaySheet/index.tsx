import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/Button'
import { PayMethods } from '@/components/PayMethods'
import { Price } from '@/components/Price'
import { Sheet } from '@/components/Sheet'
import type { PayMethod } from '@/lib/paying'
import { useBalance } from '@/lib/use-balance'
import { say } from '@/stores/saying'
import { texts } from '@/texts'
import './index.scss'

interface Props {
  /** yuan; without it the sheet is away. */
  amount: number | undefined
  onClose(): void
  /** The sheet goes away when this is done. */
  onPay(method: PayMethod): Promise<void>
  /** What a way of paying asks for beside. */
  children?: (method: PayMethod) => ReactNode
}

/** How something gets paid whose price is known. */
export function PaySheet({ amount, onClose, onPay, children }: Props) {
  const [method, setMethod] = useState<PayMethod>('wechat')
  const [isBusy, setBusy] = useState(false)
  const balance = useBalance()
  const pay = async () => {
    if (amount === undefined || isBusy) return
    setBusy(true)
    await onPay(method).then(onClose, say)
    setBusy(false)
  }
  return (
    <Sheet
      isOpen={amount !== undefined}
      onClose={onClose}
      title={texts.payBy.title}
      foot={
        <Button isWide isBusy={isBusy} onPress={pay}>
          {texts.payBy.pay}
        </Button>
      }
    >
      {amount !== undefined && (
        <View className="pay-sheet">
          <Price value={amount} size="xl" />
          <PayMethods amount={amount} balance={balance} value={method} onChange={setMethod} />
          {children?.(method)}
        </View>
      )}
    </Sheet>
  )
}
