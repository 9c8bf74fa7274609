import { Text, View } from '@tarojs/components'
import type { Invoice } from '@/api'
import { Button } from '@/components/Button'
import { Price } from '@/components/Price'
import { copied } from '@/lib/copied'
import { momentText } from '@/lib/dates'
import { texts } from '@/texts/order'
import './invoice-card.scss'

const tones: Record<number, string> = { 0: 'ink', 1: 'faint', 2: 'ink', 3: 'pine' }

/** One invoice: to whom, how much, how it stands, and the file once it is there. */
export const InvoiceCard = ({ invoice }: { invoice: Invoice }) => {
  const { comName, tfn, email, amount, status, file, shopRemark, orderNumber, dateAdd } = invoice
  return (
    <View className="invoice-card">
      <View className="invoice-card__head">
        <Text className={`invoice-card__state invoice-card__state--${tones[status] ?? 'ink'}`}>
          {texts.invoice.states[status]}
        </Text>
        <Price value={amount} size="m" tone="ink" />
      </View>
      {shopRemark && <Text className="invoice-card__says">{shopRemark}</Text>}
      <Fact name={texts.invoice.name} value={comName} />
      {tfn && <Fact name={texts.invoice.tax} value={tfn} />}
      {email && <Fact name={texts.invoice.email} value={email} />}
      {orderNumber && <Fact name={texts.invoice.order} value={orderNumber} />}
      <Fact name={texts.invoice.time} value={momentText(dateAdd)} />
      {file && (
        <View className="invoice-card__foot">
          <Button kind="line" size="s" onPress={() => copied(file)}>
            {texts.invoice.file}
          </Button>
        </View>
      )}
    </View>
  )
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <View className="invoice-card__fact">
    <Text className="invoice-card__name">{name}</Text>
    <Text className="invoice-card__value">{value}</Text>
  </View>
)
