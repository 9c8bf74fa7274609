import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { asMe, wxapi } from '@/api'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Cell } from '@/components/Cell'
import { Checkbox } from '@/components/Checkbox'
import { Field } from '@/components/Field'
import { Page } from '@/components/Page'
import { RegionPicker } from '@/components/RegionPicker'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { type AddressForm, addressFields, formOf, formProblem, newForm } from '@/lib/address-form'
import { goBack } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { chooseMapPoint } from '@/platform/map-point'
import { ask, say } from '@/stores/saying'
import { texts } from '@/texts/user'
import { Paste } from './Paste'
import './index.scss'

export default function AddressPage() {
  const id = Number(useRouter().params.id) || undefined
  const saved = useLoad(
    async () => (id ? formOf((await asMe(token => wxapi.addressDetail(token, id))).info) : newForm),
    [id],
  )
  return (
    <Page title={id ? texts.address.editTitle : texts.address.newTitle}>
      <Show of={saved} skeleton={<Skeletons />}>
        {form => <Form id={id} saved={form} />}
      </Show>
    </Page>
  )
}

function Form({ id, saved }: { id: number | undefined; saved: AddressForm }) {
  const [form, setForm] = useState(saved)
  const [isPicking, setPicking] = useState(false)
  const [busy, setBusy] = useState<'save' | 'delete'>()
  useEffect(() => setForm(saved), [saved])
  const change = (part: Partial<AddressForm>) => setForm(form => ({ ...form, ...part }))

  const run = async (as: 'save' | 'delete', call: () => Promise<unknown>) => {
    setBusy(as)
    try {
      await call()
      if (as === 'save') say(texts.address.saved)
      goBack()
    } catch (error) {
      say(error)
    }
    setBusy(undefined)
  }
  const save = async () => {
    const problem = formProblem(form)
    if (problem) return say(texts.address[problem])
    const fields = addressFields(form)
    await run('save', () =>
      asMe<unknown>(token =>
        id ? wxapi.updateAddress({ token, id, ...fields }) : wxapi.addAddress({ token, ...fields }),
      ),
    )
  }
  const remove = async () => {
    if (!id || !(await ask({ title: texts.address.deleteAsk, yes: texts.delete }))) return
    await run('delete', () => asMe(token => wxapi.deleteAddress(token, id)))
  }

  const mark = async () => {
    const point = await chooseMapPoint()
    if (point) change({ point })
    else say(texts.address.pointMissing)
  }

  const { linkMan, mobile, address, region, isDefault, point } = form
  return (
    <View className="address-form">
      <Paste onRead={change} />
      <View className="address-form__card">
        <Field
          label={texts.address.person}
          value={linkMan}
          placeholder={texts.address.personHint}
          maxLength={50}
          onChange={linkMan => change({ linkMan })}
        />
        <Field
          label={texts.address.mobile}
          kind="mobile"
          value={mobile}
          placeholder={texts.address.mobileHint}
          maxLength={20}
          onChange={mobile => change({ mobile })}
        />
        <Cell name={texts.address.region} onPress={() => setPicking(true)}>
          <View className={region.length ? '' : 'address-form__hint'}>
            {region.map(({ name }) => name).join(' ') || texts.address.regionHint}
          </View>
        </Cell>
        <Field
          label={texts.address.detail}
          value={address}
          placeholder={texts.address.detailHint}
          maxLength={200}
          onChange={address => change({ address })}
        />
        <Cell name={texts.address.point} onPress={mark}>
          <View className={point ? '' : 'address-form__hint'}>
            {point ? texts.address.pointMarked : texts.address.pointHint}
          </View>
        </Cell>
      </View>
      <Checkbox isOn={isDefault} label={texts.address.makeDefault} onChange={isDefault => change({ isDefault })}>
        {texts.address.makeDefault}
      </Checkbox>
      <RegionPicker
        isOpen={isPicking}
        value={region}
        onClose={() => setPicking(false)}
        onChoose={region => change({ region })}
      />
      <BottomBar>
        {id && (
          <Button kind="line" isBusy={busy === 'delete'} onPress={remove}>
            {texts.delete}
          </Button>
        )}
        <Button isWide isBusy={busy === 'save'} onPress={save}>
          {texts.save}
        </Button>
      </BottomBar>
    </View>
  )
}

const Skeletons = () => (
  <View className="address-form">
    <Skeleton height={228} radius={18} />
  </View>
)
