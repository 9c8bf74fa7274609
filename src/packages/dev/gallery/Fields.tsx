import { useState } from 'react'
import { AddPictures, PicturesToAdd } from '@/components/AddPictures'
import { AmountInput } from '@/components/AmountInput'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { texts } from '@/texts/user'
import { Card, nothing, Part, State } from './Part'
import type { Samples } from './samples'

const MOST = 6

export function Fields({ goods }: Samples) {
  const [mobile, setMobile] = useState('')
  const [amount, setAmount] = useState('')
  const [pics, setPics] = useState(goods.slice(0, 2).map(({ pic }) => pic))
  const { address, login } = texts
  return (
    <Part name="Fields">
      <State is="empty, filled in, wrong, with a button, with a long name">
        <Card>
          <Field
            label={address.mobile}
            value={mobile}
            kind="mobile"
            placeholder={address.mobileHint}
            onChange={setMobile}
          />
          <Field label={address.person} value={texts.shop.name} onChange={nothing} />
          <Field label={address.mobile} value="139" kind="mobile" problem={address.mobileWrong} onChange={nothing} />
          <Field label={login.code} value="" kind="code" placeholder={login.codeHint} onChange={nothing}>
            <Button kind="plain" size="s">
              {login.send}
            </Button>
          </Field>
          <Field label={texts.profile.wechatMobile} value="" placeholder={login.mobileHint} onChange={nothing} />
        </Card>
      </State>
      <State is="the one amount of a page: empty, filled in, wrong">
        <Card>
          <AmountInput label={texts.recharge.own} value={amount} onChange={setAmount} />
          <AmountInput label={texts.recharge.own} value="1258.80" onChange={nothing} />
          <AmountInput label={texts.recharge.own} value="0" problem={texts.recharge.wrong('¥1')} onChange={nothing} />
        </Card>
      </State>
      <State is="pictures: some, uploading, as many as may be">
        <Card>
          <AddPictures pics={pics} most={MOST} onChange={setPics} />
          <PicturesToAdd pics={pics.slice(0, 1)} most={MOST} isBusy onAdd={nothing} onChange={nothing} />
          <PicturesToAdd pics={pics} most={pics.length} isBusy={false} onAdd={nothing} onChange={nothing} />
        </Card>
      </State>
    </Part>
  )
}
