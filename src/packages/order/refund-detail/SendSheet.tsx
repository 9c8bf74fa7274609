import { View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, type RefundBase, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { isTrackingNumber, sendingBack } from '@/lib/refund-state'
import { say } from '@/stores/saying'
import { texts } from '@/texts/order'

interface Props {
  refund: RefundBase
  isOpen: boolean
  onClose(): void
  onSent(): Promise<void>
}

/** The parcel in which goods go back. */
export function SendSheet({ refund: { id, orderId, logisticsContent }, isOpen, onClose, onSent }: Props) {
  const known = sendingBack(logisticsContent)
  const [shipper, setShipper] = useState(known.shipperName ?? '')
  const [tracking, setTracking] = useState(known.trackingNumber ?? '')
  const [isChecked, setChecked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const isRight = isTrackingNumber(tracking)

  const send = async () => {
    setChecked(true)
    if (isBusy || !shipper.trim() || !isRight) return
    setBusy(true)
    try {
      const parcel = { shipperName: shipper.trim(), trackingNumber: tracking.trim() }
      await asMe(token => wxapi.refundApplySetBackLogistics({ token, orderId, applyId: id, ...parcel }))
      say(texts.refund.sent)
      onClose()
      await onSent()
    } catch (error) {
      say(error)
    }
    setBusy(false)
  }
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title={known.trackingNumber ? texts.refund.changeForm : texts.refund.sendForm}
      foot={
        <Button isWide isBusy={isBusy} onPress={send}>
          {texts.refund.sendSubmit}
        </Button>
      }
    >
      <View className="refunding__form">
        <Field
          label={texts.refund.shipper}
          value={shipper}
          placeholder={texts.refund.shipperHint}
          maxLength={40}
          problem={isChecked && !shipper.trim() ? texts.refund.shipperHint : undefined}
          onChange={setShipper}
        />
        <Field
          label={texts.refund.tracking}
          value={tracking}
          placeholder={texts.refund.trackingHint}
          maxLength={40}
          problem={isChecked && !isRight ? texts.refund.trackingWrong : undefined}
          onChange={setTracking}
        />
      </View>
    </Sheet>
  )
}
