import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { type Address, listOf, withToken, wxapi } from '@/api'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Icon } from '@/components/Icon'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { Tag } from '@/components/Tag'
import { usePull, useReturn } from '@/lib/page-hooks'
import { goBack, open, pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { Pressable } from '@/platform/pressable'
import { useDelivery } from '@/stores/delivery'
import { texts } from '@/texts'
import './index.scss'

const MOST = 100

/** The address book; for a checkout, where one is chosen from it. */
export default function Addresses() {
  const isChoosing = useRouter().params.choose === 'true'
  const addresses = useLoad(() => listOf(withToken(token => wxapi.queryAddressV2({ token, pageSize: MOST }))), [])
  usePull(addresses.reload)
  useReturn(addresses.reload)

  const press = (address: Address) => {
    if (!isChoosing) return open(pages.address({ id: address.id }))
    useDelivery.getState().choose(address)
    goBack()
  }
  return (
    <Page title={isChoosing ? texts.address.chooseTitle : texts.address.title}>
      <View className="addresses">
        <Show of={addresses} skeleton={<Skeletons />}>
          {rows =>
            rows.length ? (
              rows.map(address => <Card key={address.id} address={address} onPress={() => press(address)} />)
            ) : (
              <Empty icon="pin" title={texts.address.empty} text={texts.address.emptyText} />
            )
          }
        </Show>
      </View>
      <BottomBar>
        <Button isWide to={pages.address()}>
          {texts.address.add}
        </Button>
      </BottomBar>
    </Page>
  )
}

function Card({ address, onPress }: { address: Address; onPress(): void }) {
  const { id, linkMan, mobile, isDefault, provinceStr, cityStr, areaStr, streetStr } = address
  return (
    <Pressable className="address-card" onPress={onPress}>
      <View className="address-card__about">
        <View className="address-card__person">
          <Text>{linkMan}</Text>
          <Text>{mobile}</Text>
          {isDefault && <Tag>{texts.address.default}</Tag>}
        </View>
        <Text className="address-card__place">
          {provinceStr}
          {cityStr}
          {areaStr}
          {streetStr} {address.address}
        </Text>
      </View>
      <Pressable
        className="address-card__edit"
        label={texts.address.editTitle}
        onPress={() => open(pages.address({ id }))}
      >
        <Icon name="pen" size={20} />
      </Pressable>
    </Pressable>
  )
}

const Skeletons = () => (
  <>
    <Skeleton height={86} radius={18} gap={12} />
    <Skeleton height={86} radius={18} gap={12} />
  </>
)
