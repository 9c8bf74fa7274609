import { Text } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { type Goods, type GroupTerms, listOf, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Countdown } from '@/components/Countdown'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { leftText } from '@/lib/left-text'
import { usePull } from '@/lib/page-hooks'
import { open, pages } from '@/lib/pages'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { texts } from '@/texts/promotion'
import { Card, CardsSkeleton } from '../Cards'
import { GoodsRow } from '../GoodsRow'

/** What is sold to groups now. */
export function Running() {
  const offers = usePages(readOffers, [])
  useReachBottom(offers.more)
  usePull(offers.reload)
  const { rows, error } = offers
  return (
    <>
      {!rows && !error && <CardsSkeleton />}
      {!rows && error && <Failed error={error} onRetry={offers.reload} />}
      {rows?.length === 0 && (
        <Empty
          icon="person"
          title={texts.groups.noneRunning}
          text={texts.bargains.noneText}
          action={texts.cart.goShopping}
          onAction={() => open(pages.home)}
        />
      )}
      {rows?.map(offer => (
        <Row key={offer.goods.id} {...offer} onEnd={offers.reload} />
      ))}
      <ListEnd of={offers} />
    </>
  )
}

interface Offered {
  goods: Goods
  terms: GroupTerms | undefined
}

/** With their terms, in one more request. */
async function readOffers(page: number): Promise<Offered[]> {
  const goods = await listOf(wxapi.goodsv2({ pingtuan: true, page, pageSize: PAGE_SIZE }))
  if (goods.length === 0) return []
  const terms = await listOf(wxapi.pingtuanSets(goods.map(({ id }) => id).join(',')))
  return goods.map(one => ({ goods: one, terms: terms.find(({ goodsId }) => goodsId === one.id) }))
}

const Row = ({ goods, terms, onEnd }: Offered & { onEnd(): void }) => (
  <Card>
    <GoodsRow
      name={goods.name}
      pic={goods.pic}
      picColor={goods.picColor}
      price={goods.pingtuanPrice}
      was={goods.minPrice}
      action={
        <Button size="s" to={pages.goods(goods.id)}>
          {texts.groups.start}
        </Button>
      }
    >
      {terms && (
        <>
          <Text>{texts.group.people(terms.numberPersion)}</Text>
          <Countdown until={terms.dateEnd} onEnd={onEnd}>
            {leftText}
          </Countdown>
        </>
      )}
    </GoodsRow>
  </Card>
)
