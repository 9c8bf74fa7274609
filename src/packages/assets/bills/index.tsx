import { View } from '@tarojs/components'
import { type CashLog, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { Movement } from '@/components/Movement'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { momentText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { open, pages } from '@/lib/pages'
import { useMyPages } from '@/lib/use-my-pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/assets'
import { BILL_PAID } from '../kinds'
import '../assets.scss'

/** The bills that somebody has paid in the shop, as their money tells of them. */
export default function Bills() {
  const bills = useMyPages<CashLog>(request => wxapi.cashLogsV3({ ...request, type: BILL_PAID }))
  const { rows, error } = bills
  const words = texts.bill
  return (
    <Page title={words.records}>
      <View className="assets">
        {!rows && !error && <Skeleton height={260} radius={18} />}
        {!rows && error && <Failed error={error} onRetry={bills.reload} />}
        {rows?.length === 0 && (
          <Empty
            icon="receipt"
            title={words.none}
            text={words.noneText}
            action={words.title}
            onAction={() => open(pages.bill())}
          />
        )}
        {rows && rows.length > 0 && (
          <View className="movements">
            {rows.map(({ id, amount, orderId, dateAdd }) => (
              <Pressable
                key={id}
                className="assets__row"
                role="link"
                to={pages.paid({ what: 'bill', number: orderId })}
              >
                <Movement icon="receipt" what={words.title} when={momentText(dateAdd)} amount={moneyText(amount)} />
              </Pressable>
            ))}
          </View>
        )}
        <ListEnd of={bills} />
      </View>
    </Page>
  )
}
