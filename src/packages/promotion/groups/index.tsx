import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { type JoinedTeam, listOf, withToken, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Countdown } from '@/components/Countdown'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { leftText } from '@/lib/left-text'
import { usePull } from '@/lib/page-hooks'
import { open, pages } from '@/lib/pages'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { texts } from '@/texts/promotion'
import { GoodsRow } from '../GoodsRow'
import './index.scss'

/** Groups that the shopper has joined. */
export default function Groups() {
  const joined = usePages(
    page => listOf(withToken(token => wxapi.pingtuanMyJoined({ token, page, pageSize: PAGE_SIZE }))),
    [],
  )
  useReachBottom(joined.more)
  usePull(joined.reload)
  const { rows, error } = joined
  return (
    <Page title={texts.groups.title}>
      <View className="groups">
        {!rows && !error && <Skeletons />}
        {!rows && error && <Failed error={error} onRetry={joined.reload} />}
        {rows?.length === 0 && (
          <Empty
            icon="person"
            title={texts.groups.none}
            text={texts.groups.noneText}
            action={texts.cart.goShopping}
            onAction={() => open(pages.home)}
          />
        )}
        {rows?.map(team => (
          <Row key={team.id} team={team} onEnd={joined.reload} />
        ))}
        <ListEnd of={joined} />
      </View>
    </Page>
  )
}

function Row({ team, onEnd }: { team: JoinedTeam; onEnd(): void }) {
  const { tuanId, orderId, isPay, status, goodsName, pic, picColor, price, helpNumber, numberPersion, dateEnd } = team
  const awaitsPay = status === 0 && !isPay
  return (
    <View className="groups__card">
      <GoodsRow
        name={goodsName}
        pic={pic}
        picColor={picColor}
        price={price}
        action={
          <Button
            size="s"
            kind={status === 0 ? 'primary' : 'soft'}
            to={awaitsPay ? pages.order(orderId) : pages.group(tuanId)}
          >
            {awaitsPay ? texts.groups.unpaid : status === 0 ? texts.group.invite : texts.bargains.see}
          </Button>
        }
      >
        <Text>{texts.groups.states[status]}</Text>
        <Text>{texts.groups.places(helpNumber, numberPersion)}</Text>
        {status === 0 && (
          <Countdown until={dateEnd} onEnd={onEnd}>
            {leftText}
          </Countdown>
        )}
      </GoodsRow>
    </View>
  )
}

const Skeletons = () => (
  <>
    {[1, 2, 3].map(i => (
      <Skeleton key={i} height={120} radius={18} />
    ))}
  </>
)
