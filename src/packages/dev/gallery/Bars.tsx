import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { NavBar } from '@/components/NavBar'
import { OfflineWords } from '@/components/OfflineLine'
import { Price } from '@/components/Price'
import { Words } from '@/components/Saying/Words'
import { type Tab, TabsOfShop } from '@/components/TabBar'
import { Pressable } from '@/platform/pressable'
import { texts as goodsTexts } from '@/texts/goods'
import { texts } from '@/texts/user'
import { nothing, Part, Row, Stage, State } from './Part'
import { long } from './samples'

export const Bars = () => (
  <Part name="Bars">
    <State is="title with the way back, on a tab, with an action, too long">
      <Stage>
        <NavBar title={texts.settings.title} />
        <NavBar title={texts.cart.title} hasBack={false} />
        <NavBar title={texts.settings.title} action={<Share />} />
        <NavBar title={long(texts.settings.title)} action={<Share />} />
      </Stage>
    </State>
    <State is="over the page: clear, half solid, solid">
      {[0, 0.5, 1].map(solidity => (
        <Stage key={solidity} height={56}>
          <NavBar title={texts.goods.number} solidity={solidity} action={<Share />} />
        </Stage>
      ))}
    </State>
    <State is="what to do on this page; with a sum beside it">
      <Stage>
        <BottomBar>
          <Button isWide>{texts.save}</Button>
        </BottomBar>
      </Stage>
      <Stage>
        <BottomBar>
          <Price value={353} size="l" />
          <Button kind="soft" isWide>
            {texts.goods.addToCart}
          </Button>
          <Button isWide>{texts.goods.buyNow}</Button>
        </BottomBar>
      </Stage>
    </State>
    <State is="the four tabs: nothing in the cart, some, very much and what to do above them">
      {tabs.map(([tab, inCart]) => (
        <Stage key={tab}>
          <TabsOfShop current={tab} inCart={inCart} />
        </Stage>
      ))}
      <Stage height={130}>
        <BottomBar isAboveTabs>
          <Button isWide>{texts.cart.checkout(120)}</Button>
        </BottomBar>
        <TabsOfShop current="cart" inCart={120} />
      </Stage>
    </State>
    <State is="what is said over the page; with a way to undo it; that the network is away">
      <Stage height={110}>
        <Words words={goodsTexts.goods.inCart} offer={undefined} onTaken={nothing} />
      </Stage>
      <Stage height={150}>
        <Words words={texts.kept.removed(3)} offer={{ name: texts.undo, run: nothing }} onTaken={nothing} />
      </Stage>
      <Row>
        <OfflineWords />
      </Row>
    </State>
  </Part>
)

const tabs: Array<[Tab, number]> = [
  ['home', 0],
  ['category', 4],
  ['me', 99],
]

const Share = () => (
  <Pressable className="gallery__sign" label={goodsTexts.share} onPress={nothing}>
    <Icon name="share" size={22} />
  </Pressable>
)
