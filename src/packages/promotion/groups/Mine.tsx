import { Text } from '@tarojs/components'
import { type JoinedTeam, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Countdown } from '@/components/Countdown'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { leftText } from '@/lib/left-text'
import { pages } from '@/lib/pages'
import { useMyPages } from '@/lib/use-my-pages'
import { texts } from '@/texts/promotion'
import { Card, CardsSkeleton } from '../Cards'
import { GoodsRow } from '../GoodsRow'

/** Groups that the shopper has joined. `onLook`: to those that can be joined. */
export function Mine({ onLook }: { onLook(): void }) {
  const joined = useMyPages(wxapi.pingtuanMyJoined)
  const { rows, error } = joined
  return (
    <>
      {!rows && !error && <CardsSkeleton />}
      {!rows && error && <Failed error={error} onRetry={joined.reload} />}
      {rows?.length === 0 && (
        <Empty
          icon="person"
          title={texts.groups.none}
          text={texts.groups.noneText}
          action={texts.groups.look}
          onAction={onLook}
        />
      )}
      {rows?.map(team => (
        <Row key={team.id} team={team} onEnd={joined.reload} />
      ))}
      <ListEnd of={joined} />
    </>
  )
}

function Row({ team, onEnd }: { team: JoinedTeam; onEnd(): void }) {
  const { tuanId, orderId, isPay, status, goodsName, pic, picColor, price, helpNumber, numberPersion, dateEnd } = team
  const awaitsPay = status === 0 && !isPay
  return (
    <Card>
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
    </Card>
  )
}
