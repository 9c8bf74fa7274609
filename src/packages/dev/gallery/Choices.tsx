import { useState } from 'react'
import { Checkbox } from '@/components/Checkbox'
import { Chips } from '@/components/Chips'
import { PayMethodsOf } from '@/components/PayMethods'
import { Segments } from '@/components/Segments'
import { Stepper } from '@/components/Stepper'
import { Tabs } from '@/components/Tabs'
import type { PayMethod } from '@/lib/paying'
import { texts as goodsTexts } from '@/texts/goods'
import { texts as orderTexts } from '@/texts/order'
import { texts } from '@/texts/user'
import { Card, nothing, Part, Row, State } from './Part'
import { long } from './samples'

export function Choices() {
  const [number, setNumber] = useState(2)
  const [isOn, setOn] = useState(true)
  const [tab, setTab] = useState<string>('all')
  const [size, setSize] = useState<'usual' | 'large'>('usual')
  const tabs = Object.entries(orderTexts.orders.tabs).map(([key, name], i) => ({ key, name, count: i === 1 ? 2 : 0 }))
  return (
    <Part name="Choices">
      <State is="stepper: between, at its least, at its most">
        <Row>
          <Stepper value={number} max={3} onChange={setNumber} />
          <Stepper value={1} max={3} onChange={nothing} />
          <Stepper value={3} max={3} onChange={nothing} />
        </Row>
      </State>
      <State is="checkbox: on, off, disabled">
        <Row>
          <Checkbox isOn={isOn} label={texts.cart.selectAll} onChange={setOn}>
            {texts.cart.selectAll}
          </Checkbox>
          <Checkbox isOn={false} label={texts.edit} onChange={nothing} />
          <Checkbox isOn={false} label={texts.goods.soldOut} isDisabled onChange={nothing} />
        </Row>
      </State>
      <State is="tabs: more than fit, with how many wait">
        <Tabs tabs={tabs} current={tab} onChange={setTab} />
      </State>
      <State is="segments">
        <Segments<'usual' | 'large'>
          label={texts.settings.size}
          choices={(['usual', 'large'] as const).map(key => ({ key, name: texts.settings.sizes[key] }))}
          current={size}
          onChange={setSize}
        />
      </State>
      <ChipStates />
      <PayStates />
    </Part>
  )
}

function ChipStates() {
  const kinds = Object.entries(texts.feedback.kinds).map(([key, name]) => ({ key, name }))
  const [kind, setKind] = useState('idea')
  const conditions = Object.entries(goodsTexts.goodsList.orders).map(([key, name]) => ({ key, name }))
  return (
    <>
      <State is="chips: one of them is on">
        <Chips<string> label={texts.feedback.kind} chips={kinds} current={kind} onPress={setKind} />
      </State>
      <State is="chips that do something; that are taken away; too long">
        <Chips label={goodsTexts.search.hot} kind="action" chips={conditions} onPress={nothing} />
        <Chips label={goodsTexts.search.history} kind="action" isRemoving chips={conditions} onPress={nothing} />
        <Chips
          label={goodsTexts.search.title}
          kind="action"
          chips={[{ key: 0, name: long(texts.demo.meaning) }]}
          onPress={nothing}
        />
      </State>
    </>
  )
}

function PayStates() {
  const [method, setMethod] = useState<PayMethod>('wechat')
  const shared = { amount: 128.5, value: method, onChange: setMethod }
  return (
    <>
      <State is="ways to pay: both, and enough on the balance">
        <Card>
          <PayMethodsOf {...shared} ways={['wechat', 'alipay']} balance={300} />
        </Card>
      </State>
      <State is="one way, and too little on the balance">
        <Card>
          <PayMethodsOf {...shared} ways={['wechat']} balance={30} />
        </Card>
      </State>
    </>
  )
}
