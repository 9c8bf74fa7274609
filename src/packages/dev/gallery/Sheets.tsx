import { View } from '@tarojs/components'
import { type ReactElement, useState } from 'react'
import { Button } from '@/components/Button'
import { Cell } from '@/components/Cell'
import { Chips } from '@/components/Chips'
import { AskSheet } from '@/components/CouponTicket/AskSheet'
import { PaySheet } from '@/components/PaySheet'
import { PrivacyQuestion } from '@/components/PrivacySheet'
import { RegionPicker } from '@/components/RegionPicker'
import { Service, ServiceSheet } from '@/components/Service'
import { Sheet } from '@/components/Sheet'
import { ask, say } from '@/stores/saying'
import { texts as goodsTexts } from '@/texts/goods'
import { texts } from '@/texts/user'
import { nothing, Part, Row, State } from './Part'
import { Poster } from './Poster'
import { Sku } from './Sku'
import { long, type Samples, UNREADABLE } from './samples'

interface Opened {
  onClose(): void
}

/** What comes over the page, one at a time: it takes the focus, as it does on its page. */
export function Sheets(samples: Samples) {
  const [open, setOpen] = useState('')
  const sheets = sheetsOf(samples)
  const close = () => setOpen('')
  return (
    <Part name="Sheets">
      <State is="each opens over the page">
        <Chips<string>
          label="Sheets"
          kind="action"
          chips={Object.keys(sheets).map(key => ({ key, name: key }))}
          onPress={setOpen}
        />
      </State>
      <State is="a question, a word for a moment, the shop's service">
        <Row>
          <Button kind="line" onPress={() => ask({ title: texts.address.deleteAsk, yes: texts.delete })}>
            {texts.delete}
          </Button>
          <Button kind="line" onPress={() => say(goodsTexts.goods.inCart)}>
            {texts.goods.addToCart}
          </Button>
          <Service className="gallery__service" about={undefined}>
            {texts.service.name}
          </Service>
        </Row>
      </State>
      {sheets[open]?.({ onClose: close })}
    </Part>
  )
}

function sheetsOf({ detail, additions, coupons: [coupon] }: Samples): Record<string, (opened: Opened) => ReactElement> {
  const sku = { detail, additions }
  const none = { ...detail, basicInfo: { ...detail.basicInfo, stores: 0 }, skuList: detail.skuList?.map(noStock) ?? [] }
  return {
    paying: ({ onClose }) => <PaySheet amount={128.5} onClose={onClose} onPay={async () => nothing()} />,
    plain: ({ onClose }) => (
      <Sheet isOpen onClose={onClose} title={goodsTexts.goods.choice}>
        <View className="gallery__sheet">{goodsTexts.goods.notChosen}</View>
      </Sheet>
    ),
    'long, with an action': ({ onClose }) => (
      <Sheet isOpen onClose={onClose} title={long(goodsTexts.goods.choice)} foot={<Button isWide>{texts.save}</Button>}>
        <View className="gallery__sheet">
          {Object.values(texts.cashLog.kinds).map(name => (
            <Cell key={name} name={name} onPress={onClose}>
              {long(name)}
            </Cell>
          ))}
        </View>
      </Sheet>
    ),
    'choose, cart or buy': ({ onClose }) => <Sku {...sku} intent="choose" onClose={onClose} />,
    'choose for the cart': ({ onClose }) => <Sku {...sku} intent="cart" onClose={onClose} />,
    'choose to buy': ({ onClose }) => <Sku {...sku} intent="buy" onClose={onClose} />,
    'at least three': ({ onClose }) => (
      <Sku
        {...sku}
        detail={{ ...detail, basicInfo: { ...detail.basicInfo, minBuyNumber: 3 } }}
        intent="buy"
        onClose={onClose}
      />
    ),
    'sold out': ({ onClose }) => <Sku {...sku} detail={none} intent="buy" onClose={onClose} />,
    poster: ({ onClose }) => <Poster goods={detail.basicInfo} onClose={onClose} />,
    'a poster that failed': ({ onClose }) => <Poster goods={detail.basicInfo} picture={UNREADABLE} onClose={onClose} />,
    regions: ({ onClose }) => <RegionPicker isOpen value={[]} onClose={onClose} onChoose={nothing} />,
    ...(coupon && {
      'a coupon with a word': ({ onClose }: Opened) => (
        <AskSheet
          fetching={{ ...asks, asking: { ...coupon, pwd: '1', needScore: 0, needAmount: 0 }, cancel: onClose }}
        />
      ),
      'a coupon for score': ({ onClose }: Opened) => (
        <AskSheet
          fetching={{ ...asks, asking: { ...coupon, pwd: '', needScore: 200, needAmount: 0 }, cancel: onClose }}
        />
      ),
      'a coupon being paid': ({ onClose }: Opened) => (
        <AskSheet
          fetching={{
            ...asks,
            busy: coupon.id,
            asking: { ...coupon, pwd: '', needScore: 0, needAmount: 9.9 },
            cancel: onClose,
          }}
        />
      ),
    }),
    privacy: ({ onClose }) => <PrivacyQuestion isOpen onAnswer={onClose} />,
    service: ({ onClose }) => (
      <ServiceSheet isOpen onClose={onClose} phone="400 820 8820" wechat="xiaopu" url="https://chat.example.com" />
    ),
  }
}

const asks = { busy: undefined, press: nothing, confirm: nothing }

const noStock = <Of extends { stores: number }>(sku: Of): Of => ({ ...sku, stores: 0 })
