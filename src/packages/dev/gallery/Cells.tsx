import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { CardCode } from '@/api'
import { Avatar } from '@/components/Avatar'
import { Cell } from '@/components/Cell'
import { CodeCard } from '@/components/CodeCard'
import { Logo, LogoPicture } from '@/components/Logo'
import { Swipe } from '@/components/Swipe'
import { pages } from '@/lib/pages'
import { texts as goodsTexts } from '@/texts/goods'
import { texts } from '@/texts/user'
import { Card, nothing, Part, Row, State } from './Part'
import { long, type Samples } from './samples'

export const Cells = ({ goods, reviews }: Samples) => (
  <Part name="Cells">
    <State is="to press, with an icon, with a value, with words of two lines">
      <Card>
        <Cell name={texts.me.favourites} icon="heart" to={pages.favourites} />
        <Cell name={texts.settings.version} isWide>
          {VERSION}
        </Cell>
        <Cell name={goodsTexts.goods.choice} onPress={nothing}>
          {goodsTexts.goods.notChosen}
        </Cell>
        <Cell name={goodsTexts.goods.to} onPress={nothing}>
          {long(goodsTexts.goods.nothingShipped)}
        </Cell>
      </Card>
    </State>
    <State is="a person with a picture, with a name, with neither; the shop's logo in its two sizes">
      <Row>
        <Avatar src={reviews.find(({ user }) => user.avatarUrl)?.user.avatarUrl ?? ''} name="" size={44} />
        <Avatar src="" name={texts.shop.name} size={44} />
        <Avatar src="" name="" size={44} />
        {LOGO_SIZES.map(size => (
          <LogoPicture key={size} src={MARK} size={size} />
        ))}
        <Logo size={34} />
      </Row>
    </State>
    <State is="card codes: number and password, a code alone, a long one, a picture">
      {codesOf(goods[0]?.pic ?? '').map(code => (
        <CodeCard key={code.id} code={code} />
      ))}
    </State>
    <Swipes name={goods[0]?.name ?? ''} />
  </Part>
)

/** As large as on home, and as on the login page and that about the shop. */
const LOGO_SIZES = [34, 56]
const MARK = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" fill="#3b4b3f"/><path d="M6 8h12l-1 10H7zM9 8a3 3 0 0 1 6 0" fill="none" stroke="#f5eedf" stroke-width="1.7"/></svg>',
)}`

const codesOf = (picture: string): CardCode[] => [
  { id: 1, orderGoodsId: 1, type: 0, coupon: '6217 0031 8842', number: 'VIP-2048' },
  { id: 2, orderGoodsId: 1, type: 0, coupon: 'YK7Q-4M2D-88XA' },
  { id: 3, orderGoodsId: 1, type: 0, coupon: 'https://codes.example.com/redeem/4M2D88XAP39T5B21LCW8YK7Q4M2D88XA' },
  { id: 4, orderGoodsId: 1, type: 1, coupon: picture },
]

function Swipes({ name }: { name: string }) {
  const [isOpen, setOpen] = useState(true)
  const row = <Text className="gallery__swiped">{name}</Text>
  return (
    <State is="rows to be moved aside: open, shut, not to be moved">
      <Card>
        <Swipe
          action={texts.delete}
          label={texts.cart.removeLine(name)}
          onAction={nothing}
          isOpen={isOpen}
          onOpen={setOpen}
        >
          {row}
        </Swipe>
        <Swipe action={texts.delete} label={texts.delete} onAction={nothing} isOpen={false} onOpen={nothing}>
          {row}
        </Swipe>
        <Swipe action={texts.delete} label={texts.delete} onAction={nothing} isOpen={false} onOpen={nothing} isDisabled>
          <View className="gallery__off">{row}</View>
        </Swipe>
      </Card>
    </State>
  )
}
