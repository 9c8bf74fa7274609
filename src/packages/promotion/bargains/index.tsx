import { Text } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { type BargainSet, type Goods, listOf, withToken, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Countdown } from '@/components/Countdown'
import { Empty } from '@/components/Empty'
import { Page } from '@/components/Page'
import { Segments } from '@/components/Segments'
import { Show } from '@/components/Show'
import { leftText } from '@/lib/left-text'
import { usePull, useReturn } from '@/lib/page-hooks'
import { open, pages, passedOn } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { useMyId } from '@/lib/use-my-id'
import { askConsent, prepareConsent } from '@/platform/consent'
import { texts } from '@/texts/promotion'
import { Card, Cards, CardsSkeleton } from '../Cards'
import { GoodsRow } from '../GoodsRow'

type Part = 'running' | 'mine'

/** Bargains that run, and one's own. */
export default function Bargains() {
  const [part, setPart] = useState<Part>(useRouter().params.tab === 'mine' ? 'mine' : 'running')
  const sets = useLoad(() => readSets(part), [part])
  useReturn(sets.reload)
  useEffect(() => void prepareConsent(), [])
  usePull(sets.reload)
  const card = { title: texts.bargains.title, path: passedOn(pages.bargains(), useMyId()) }
  useShareAppMessage(() => card)
  return (
    <Page title={texts.bargains.title} card={card}>
      <Cards>
        <Segments<Part>
          label={texts.bargains.title}
          choices={[
            { key: 'running', name: texts.bargains.running },
            { key: 'mine', name: texts.bargains.mine },
          ]}
          current={part}
          onChange={setPart}
        />
        <Show of={sets} skeleton={<CardsSkeleton />}>
          {rows =>
            rows.length ? (
              rows.map(row => <Row key={row.set.id} {...row} onEnd={sets.reload} />)
            ) : part === 'mine' ? (
              <Empty
                icon="gift"
                title={texts.bargains.noneMine}
                text={texts.bargains.noneMineText}
                action={texts.bargains.look}
                onAction={() => setPart('running')}
              />
            ) : (
              <Empty
                icon="gift"
                title={texts.bargains.none}
                text={texts.bargains.noneText}
                action={texts.cart.goShopping}
                onAction={() => open(pages.home)}
              />
            )
          }
        </Show>
      </Cards>
    </Page>
  )
}

interface Offered {
  set: BargainSet
  goods: Goods
}

/** With their products, in one more request. */
async function readSets(part: Part): Promise<Offered[]> {
  const sets =
    part === 'mine'
      ? await listOf(withToken(token => wxapi.kanjiaSet(undefined, token)))
      : await listOf(wxapi.kanjiaSet())
  if (sets.length === 0) return []
  const gids = [...new Set(sets.map(({ goodsId }) => goodsId))].join(',')
  const goods = await listOf(wxapi.goodsv2({ gids, status: -1, page: 1, pageSize: 200 }))
  return sets.flatMap(set => {
    const own = goods.find(({ id }) => id === set.goodsId)
    return own ? [{ set, goods: own }] : []
  })
}

function Row({ set, goods, onEnd }: Offered & { onEnd(): void }) {
  const { joined, status } = set
  const price = joined && joined.status !== 3 ? joined.curPrice : set.minPrice
  const isOpen = status === 0 || joined?.status === 2
  const see = async () => {
    // Only who begins one, or goes on with it, has something to hear of.
    if (!joined || joined.status === 0) await askConsent('bargain')
    open(pages.bargain({ kjid: set.id }))
  }
  return (
    <Card>
      <GoodsRow
        name={goods.name}
        pic={goods.pic}
        picColor={goods.picColor}
        price={price}
        was={set.originalPrice}
        action={
          <Button
            size="s"
            kind={joined && joined.status > 0 ? 'soft' : 'primary'}
            to={pages.bargain({ kjid: set.id })}
            onPress={see}
          >
            {joined ? (joined.status === 0 ? texts.bargains.goOn : texts.bargains.see) : texts.bargains.start}
          </Button>
        }
      >
        {joined && joined.status !== 0 ? (
          <Text>{joined.statusStr}</Text>
        ) : (
          <>
            <Text>{texts.bargains.people(set.numberHelp)}</Text>
            {isOpen && <Text>{texts.bargains.left(set.number - set.numberBuy)}</Text>}
            <Countdown until={set.dateEnd} onEnd={onEnd}>
              {leftText}
            </Countdown>
          </>
        )}
      </GoodsRow>
    </Card>
  )
}
