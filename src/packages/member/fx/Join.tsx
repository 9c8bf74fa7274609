import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, type DataOf, type wxapi as Wxapi, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Field } from '@/components/Field'
import { shortMoneyText } from '@/lib/money'
import { open, pages } from '@/lib/pages'
import { say } from '@/stores/saying'
import { texts } from '@/texts/member'

interface Props {
  setting: DataOf<typeof Wxapi.fxSetting> | undefined
  progress: DataOf<typeof Wxapi.fxApplyProgress> | undefined
  mobile: string
  onDone(): Promise<void>
}

const ASKED = 0
const REFUSED = 1

/** Asking to become a distributor, or buying it. */
export function Join({ setting, progress, mobile: ownMobile, onDone }: Props) {
  const [name, setName] = useState(progress?.name ?? '')
  const [mobile, setMobile] = useState(progress?.mobile || ownMobile)
  const [isBusy, setBusy] = useState(false)
  const words = texts.fx
  if (progress?.status === ASKED) return <Empty icon="clock" title={words.asked} text={words.askedText} />
  if (!setting || (!setting.canApply && !setting.canBuy))
    return (
      <Empty
        icon="person"
        title={words.closed}
        text={words.closedText}
        action={texts.tabs.home}
        onAction={() => open(pages.home)}
      />
    )

  const does = async (work: () => Promise<unknown>, said: string) => {
    setBusy(true)
    await work().then(() => say(said), say)
    await onDone()
    setBusy(false)
  }
  const apply = () => does(() => asMe(token => wxapi.fxApply(token, name.trim(), mobile)), words.applied)
  const buy = () => does(() => asMe(token => wxapi.fxBuy(token)), words.seller)
  const rates = setting.levels.filter(rate => rate > 0).map(rate => `${rate}%`)
  return (
    <>
      <View className="member__card">
        <Text className="member__title">{words.join}</Text>
        <Text className="member__line">{words.terms(rates[0] ?? '0%')}</Text>
        {progress?.status === REFUSED && <Text className="member__line">{words.refused(progress.remark)}</Text>}
        {setting.canBuy && (
          <View className="member__actions">
            <Button kind={setting.canApply ? 'soft' : 'primary'} isWide isBusy={isBusy} onPress={buy}>
              {words.buy(shortMoneyText(setting.price))}
            </Button>
          </View>
        )}
      </View>
      {setting.canApply && (
        <>
          <View className="member__form">
            <Field label={words.name} value={name} placeholder={words.nameHint} maxLength={50} onChange={setName} />
            <Field
              label={words.mobile}
              kind="mobile"
              value={mobile}
              placeholder={words.mobileHint}
              maxLength={11}
              onChange={setMobile}
            />
          </View>
          <View className="member__actions">
            <Button isWide isBusy={isBusy} isDisabled={!name.trim() || mobile.length !== 11} onPress={apply}>
              {words.apply}
            </Button>
          </View>
        </>
      )}
    </>
  )
}
