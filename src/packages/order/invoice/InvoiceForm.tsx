import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, type Invoice, type Order, wxapi } from '@/api'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { isTaxNumber, taxNumberIn } from '@/lib/tax-number'
import { say } from '@/stores/saying'
import { texts } from '@/texts/order'

interface Props {
  order: Order
  last: Invoice | undefined
  onDone(): Promise<void>
}

type Kind = 'person' | 'company'

/** Made out to whom; what was filled in last time stands there already. */
export function InvoiceForm({ order: { id }, last, onDone }: Props) {
  const [kind, setKind] = useState<Kind>(last?.tfn ? 'company' : 'person')
  const [name, setName] = useState(last?.comName ?? '')
  const [tax, setTax] = useState(last?.tfn ?? '')
  const [email, setEmail] = useState(last?.email ?? '')
  const [isChecked, setChecked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const isCompany = kind === 'company'
  const problems = {
    name: name.trim() ? undefined : texts.invoice.nameMissing,
    tax: !isCompany || isTaxNumber(tax) ? undefined : texts.invoice.taxWrong,
    email: /^\S+@\S+\.\S+$/.test(email.trim()) ? undefined : texts.invoice.emailWrong,
  }

  const submit = async () => {
    setChecked(true)
    if (isBusy || problems.name || problems.tax || problems.email) return
    setBusy(true)
    try {
      const content = { comName: name.trim(), email: email.trim(), ...(isCompany && { tfn: taxNumberIn(tax) }) }
      await asMe(token => wxapi.invoiceApply({ token, orderId: id, ...content }))
      say(texts.invoice.submitted)
      await onDone()
    } catch (error) {
      say(error)
    }
    setBusy(false)
  }
  const shown = (problem: string | undefined) => (isChecked ? problem : undefined)
  return (
    <View className="invoice">
      <View className="invoice__card">
        <View className="invoice__kind">
          <Text>{texts.invoice.kind}</Text>
          <Chips<Kind>
            label={texts.invoice.kind}
            chips={(['person', 'company'] as const).map(key => ({ key, name: texts.invoice.kinds[key] }))}
            current={kind}
            onPress={setKind}
          />
        </View>
        <Field
          label={texts.invoice.name}
          value={name}
          placeholder={isCompany ? texts.invoice.companyHint : texts.invoice.personHint}
          maxLength={100}
          problem={shown(problems.name)}
          onChange={setName}
        />
        {isCompany && (
          <Field
            label={texts.invoice.tax}
            value={tax}
            placeholder={texts.invoice.taxHint}
            maxLength={24}
            problem={shown(problems.tax)}
            onChange={setTax}
          />
        )}
        <Field
          label={texts.invoice.email}
          value={email}
          placeholder={texts.invoice.emailHint}
          maxLength={100}
          problem={shown(problems.email)}
          onChange={setEmail}
        />
      </View>
      <Text className="invoice__note">{texts.invoice.amountHint}</Text>
      <BottomBar>
        <Button isWide isBusy={isBusy} onPress={submit}>
          {texts.invoice.submit}
        </Button>
      </BottomBar>
    </View>
  )
}
