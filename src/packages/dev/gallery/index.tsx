import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { type CardCode, listOf, NetworkError, wxapi } from '@/api'
import { Avatar } from '@/components/Avatar'
import { Button } from '@/components/Button'
import { Cell } from '@/components/Cell'
import { Checkbox } from '@/components/Checkbox'
import { CodeCard } from '@/components/CodeCard'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Field } from '@/components/Field'
import { GoodsShelf, ShelfSkeleton } from '@/components/GoodsShelf'
import { Icon } from '@/components/Icon'
import { LogoPicture } from '@/components/Logo'
import { Page } from '@/components/Page'
import { Price } from '@/components/Price'
import { Segments } from '@/components/Segments'
import { Sheet } from '@/components/Sheet'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { Stepper } from '@/components/Stepper'
import { Tabs } from '@/components/Tabs'
import { Tag } from '@/components/Tag'
import { useLoad } from '@/lib/use-load'
import { say } from '@/stores/saying'
import { texts as goodsTexts } from '@/texts/goods'
import { texts as orderTexts } from '@/texts/order'
import { texts } from '@/texts/user'
import { icons } from './icons'
import './index.scss'

const nothing = () => {}

/** Every component in every state. Only in development: `app.config.ts`. */
export default function Gallery() {
  return (
    <Page title="Gallery">
      <View className="gallery">
        <Buttons />
        <Amounts />
        <Choices />
        <Fields />
        <Cells />
        <Goods />
        <States />
        <Part name="Icons">
          <View className="gallery__icons">
            {icons.map(name => (
              <Icon key={name} name={name} />
            ))}
          </View>
        </Part>
        <Over />
      </View>
    </Page>
  )
}

/** `name` also finds it for its picture: `scripts/screenshots/design.ts`. */
const Part = ({ name, children }: { name: string; children: ReactNode }) => (
  <View className={`gallery__part gallery__part--${name.toLowerCase()}`}>
    <Text className="gallery__name">{name}</Text>
    {children}
  </View>
)

const Row = ({ children }: { children: ReactNode }) => <View className="gallery__row">{children}</View>

const Buttons = () => (
  <Part name="Buttons">
    {(['primary', 'soft', 'line', 'plain'] as const).map(kind => (
      <Row key={kind}>
        <Button kind={kind}>{texts.save}</Button>
        <Button kind={kind} size="s">
          {texts.edit}
        </Button>
        <Button kind={kind} isBusy>
          {texts.save}
        </Button>
        <Button kind={kind} isDisabled>
          {texts.goods.soldOut}
        </Button>
      </Row>
    ))}
  </Part>
)

const Amounts = () => (
  <Part name="Prices">
    {(['s', 'm', 'l', 'xl'] as const).map(size => (
      <Row key={size}>
        <Price value={128.5} was={159} size={size} fromText={texts.goods.from} />
        <Price value={68} size={size} tone="ink" />
      </Row>
    ))}
    <Row>
      {(['accent', 'pine', 'gold', 'plain'] as const).map(tone => (
        <Tag key={tone} tone={tone}>
          {texts.goods.required}
        </Tag>
      ))}
    </Row>
  </Part>
)

function Choices() {
  const [number, setNumber] = useState(1)
  const [isOn, setOn] = useState(true)
  const [tab, setTab] = useState<string>('all')
  const [size, setSize] = useState<'usual' | 'large'>('usual')
  const { tabs } = orderTexts.orders
  const { sizes } = texts.settings
  return (
    <Part name="Choices">
      <Row>
        <Stepper value={number} max={3} onChange={setNumber} />
        <Checkbox isOn={isOn} label={texts.cart.selectAll} onChange={setOn}>
          {texts.cart.selectAll}
        </Checkbox>
        <Checkbox isOn={false} label={texts.goods.soldOut} isDisabled onChange={nothing} />
      </Row>
      <Tabs tabs={Object.entries(tabs).map(([key, name]) => ({ key, name }))} current={tab} onChange={setTab} />
      <Segments<'usual' | 'large'>
        label={texts.settings.size}
        choices={(['usual', 'large'] as const).map(key => ({ key, name: sizes[key] }))}
        current={size}
        onChange={setSize}
      />
    </Part>
  )
}

function Fields() {
  const [mobile, setMobile] = useState('')
  const { address } = texts
  return (
    <Part name="Fields">
      <Field
        label={address.mobile}
        value={mobile}
        kind="mobile"
        placeholder={address.mobileHint}
        onChange={setMobile}
      />
      <Field label={address.mobile} value="139" kind="mobile" problem={address.mobileWrong} onChange={nothing} />
    </Part>
  )
}

/** As large as on home, and as on the login page and that about the shop. */
const LOGO_SIZES = [34, 56]
const MARK = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" fill="#3b4b3f"/><path d="M6 8h12l-1 10H7zM9 8a3 3 0 0 1 6 0" fill="none" stroke="#f5eedf" stroke-width="1.7"/></svg>',
)}`

const Cells = () => (
  <Part name="Cells">
    <View className="gallery__card">
      <Cell name={texts.me.favourites} icon="heart" onPress={nothing} />
      <Cell name={texts.settings.version} isWide>
        {VERSION}
      </Cell>
      <Cell name={goodsTexts.goods.choice} onPress={nothing}>
        {goodsTexts.goods.notChosen}
      </Cell>
    </View>
    <Row>
      <Avatar src="" name={texts.shop.name} size={44} />
      <Avatar src="" name="" size={44} />
      {LOGO_SIZES.map(size => (
        <LogoPicture key={size} src={MARK} size={size} />
      ))}
    </Row>
    <CodeCard code={{ type: 0, coupon: '6217 0031 8842', number: 'VIP-2048' } as CardCode} />
  </Part>
)

function Goods() {
  const goods = useLoad(() => listOf(wxapi.goodsv2({ page: 1, pageSize: 4 })), [])
  return (
    <Part name="Goods">
      <Show of={goods} skeleton={<ShelfSkeleton />}>
        {rows => <GoodsShelf rows={rows} />}
      </Show>
    </Part>
  )
}

const States = () => (
  <Part name="States">
    <Skeleton height={80} radius={18} gap={12} />
    <Skeleton width="60%" height={14} />
    <Empty
      icon="cart"
      title={texts.cart.empty}
      text={texts.cart.emptyText}
      action={texts.cart.goShopping}
      onAction={nothing}
    />
    <Failed error={new NetworkError(texts.errors.offline)} onRetry={nothing} />
  </Part>
)

function Over() {
  const [isOpen, setOpen] = useState(false)
  return (
    <Part name="Over the page">
      <Row>
        <Button kind="soft" onPress={() => setOpen(true)}>
          {goodsTexts.goods.choice}
        </Button>
        <Button kind="line" onPress={() => say(goodsTexts.goods.inCart)}>
          {texts.goods.addToCart}
        </Button>
      </Row>
      <Sheet
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={goodsTexts.goods.choice}
        foot={
          <Button isWide onPress={() => setOpen(false)}>
            {texts.goods.addToCart}
          </Button>
        }
      >
        <View className="gallery__row">{goodsTexts.goods.notChosen}</View>
      </Sheet>
    </Part>
  )
}
