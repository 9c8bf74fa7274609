import { View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, type BoughtGoods, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { type Kept, KeptGoods } from '@/components/KeptGoods'
import { KeptSkeleton } from '@/components/KeptGoods/Skeleton'
import { ListEnd } from '@/components/ListEnd'
import { Page } from '@/components/Page'
import { open, pages } from '@/lib/pages'
import { useMyPages } from '@/lib/use-my-pages'
import { ask, say } from '@/stores/saying'
import { texts } from '@/texts/goods'

/** What the shopper has bought before, to be bought again. */
export default function Bought() {
  const bought = useMyPages(wxapi.myBuyGoodsHis)
  const [forgotten, setForgotten] = useState<readonly number[]>([])
  const { error } = bought
  const rows = bought.rows?.filter(({ goodsId }) => !forgotten.includes(goodsId))

  const forget = async (kept: readonly Kept[]) => {
    const goodsIds = kept.map(({ goodsId }) => goodsId)
    const isSure = await ask({
      title: texts.bought.forgetAsk(goodsIds.length),
      text: texts.bought.forgetText,
      yes: texts.delete,
    })
    if (!isSure) return
    try {
      for (const goodsId of goodsIds) {
        await asMe(token => wxapi.myBuyGoodsHisDelete(token, undefined, goodsId))
        setForgotten(before => [...before, goodsId])
      }
    } catch (error) {
      say(error)
    }
  }
  return (
    <Page title={texts.bought.title}>
      <View className="kept">
        {!rows && !error && <KeptSkeleton />}
        {!rows && error && <Failed error={error} onRetry={bought.reload} />}
        {rows?.length === 0 && (
          <Empty
            icon="box"
            title={texts.bought.empty}
            text={texts.bought.emptyText}
            action={texts.cart.goShopping}
            onAction={() => open(pages.home)}
          />
        )}
        {rows && rows.length > 0 && <KeptGoods rows={rows.map(keptOf)} onRemove={forget} aside={BuyAgain} />}
        {rows && rows.length > 0 && <ListEnd of={bought} />}
      </View>
    </Page>
  )
}

const BuyAgain = ({ goodsId, isGone }: Kept) =>
  isGone ? null : (
    <Button kind="soft" size="s" to={pages.goods(goodsId)}>
      {texts.bought.again}
    </Button>
  )

const keptOf = ({ goodsId, goodsName, pic, number, minPrice, status, dateAdd }: BoughtGoods): Kept => ({
  goodsId,
  name: goodsName,
  pic,
  price: minPrice,
  isGone: status === 1,
  at: dateAdd,
  note: texts.bought.number(number),
})
