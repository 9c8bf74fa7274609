import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Field } from '@/components/Field'
import { Icon } from '@/components/Icon'
import { Sheet } from '@/components/Sheet'
import { chooseMapPoint } from '@/platform/map-point'
import { Pressable } from '@/platform/pressable'
import { say } from '@/stores/saying'
import { texts } from '@/texts/order'
import { BranchRow } from '../BranchRow'
import type { PickUp } from './use-pick-up'

/** At which branch it is fetched, and by whom. */
export function PickUpCard({ pickUp, isChecked }: { pickUp: PickUp; isChecked: boolean }) {
  const { branches, branch, choose, person, changePerson, locate } = pickUp
  const [isOpen, setOpen] = useState(false)
  const nearest = async () => {
    const point = await chooseMapPoint()
    if (!point) return say(texts.checkout.notLocated)
    await locate(point)
    say(texts.checkout.located)
  }
  const missing = (text: string) => (isChecked && !text.trim() ? texts.checkout.needPerson : undefined)
  return (
    <>
      <Pressable className="checkout__branch" label={texts.checkout.chooseShop} onPress={() => setOpen(true)}>
        {branch ? (
          <View className="checkout__place">
            <Text className="checkout__person">{branch.name}</Text>
            <Text className="checkout__street">{branch.address}</Text>
            {branch.openingHours && <Text className="checkout__open">{texts.checkout.hours(branch.openingHours)}</Text>}
          </View>
        ) : (
          <Text className="checkout__place checkout__person">
            {branches.length ? texts.checkout.chooseShop : texts.checkout.noShops}
          </Text>
        )}
        <Icon name="right" size={16} className="checkout__more" />
      </Pressable>
      <Field
        label={texts.checkout.pickName}
        value={person.linkMan}
        placeholder={texts.checkout.pickHint}
        maxLength={40}
        problem={missing(person.linkMan)}
        onChange={linkMan => changePerson({ linkMan })}
      />
      <Field
        label={texts.checkout.pickMobile}
        kind="mobile"
        value={person.mobile}
        placeholder={texts.checkout.pickHint}
        maxLength={11}
        problem={missing(person.mobile)}
        onChange={mobile => changePerson({ mobile })}
      />
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} title={texts.checkout.chooseShop}>
        <View className="checkout__branches" {...{ role: 'radiogroup', 'aria-label': texts.checkout.chooseShop }}>
          <Pressable className="checkout__nearest" onPress={nearest}>
            <Icon name="pin" size={16} />
            <Text>{texts.checkout.nearest}</Text>
          </Pressable>
          {branches.map(one => (
            <Pressable
              key={one.id}
              className={`checkout__choose ${one.id === branch?.id ? 'checkout__choose--on' : ''}`}
              role="radio"
              isOn={one.id === branch?.id}
              label={one.name}
              onPress={() => {
                choose(one.id)
                setOpen(false)
              }}
            >
              <BranchRow branch={one} />
            </Pressable>
          ))}
        </View>
      </Sheet>
    </>
  )
}
