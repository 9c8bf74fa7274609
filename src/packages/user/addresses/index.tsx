import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { type Address, asMe, listOf, withToken, wxapi } from '@/api'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { usePull, useReturn } from '@/lib/page-hooks'
import { goBack, open, pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { useDelivery } from '@/stores/delivery'
import { say } from '@/stores/saying'
import { texts } from '@/texts/user'
import { AddressCard } from './AddressCard'
import { useUndo } from './use-undo'
import './index.scss'

const MOST = 100

/** The address book; for a checkout, where one is chosen from it. */
export default function Addresses() {
  const isChoosing = useRouter().params.choose === 'true'
  const chosenId = useDelivery(({ chosen }) => chosen?.id)
  const addresses = useLoad(() => listOf(withToken(token => wxapi.queryAddressV2({ token, pageSize: MOST }))), [])
  usePull(addresses.reload)
  useReturn(addresses.reload)
  const { deleted, remove, undo } = useUndo(addresses.reload)

  const press = (address: Address) => {
    if (!isChoosing) return open(pages.address({ id: address.id }))
    useDelivery.getState().choose(address)
    goBack()
  }
  const makeDefault = async (id: number) => {
    try {
      await asMe(token => wxapi.updateAddress({ token, id, isDefault: true }))
      await addresses.reload()
    } catch (error) {
      say(error)
    }
  }
  return (
    <Page title={isChoosing ? texts.address.chooseTitle : texts.address.title}>
      <View className="addresses">
        <Show of={addresses} skeleton={<Skeletons />}>
          {rows =>
            rows.length ? (
              rows.map(address => (
                <AddressCard
                  key={address.id}
                  address={address}
                  isChosen={isChoosing && address.id === chosenId}
                  onPress={() => press(address)}
                  onDefault={() => makeDefault(address.id)}
                  onDelete={() => remove(address)}
                />
              ))
            ) : (
              <Empty icon="pin" title={texts.address.empty} text={texts.address.emptyText} />
            )
          }
        </Show>
      </View>
      {deleted && (
        <View className="addresses__undo" {...{ role: 'status' }}>
          <Text className="addresses__deleted">{texts.address.deleted(deleted.linkMan)}</Text>
          <Button kind="plain" size="s" onPress={undo}>
            {texts.address.undo}
          </Button>
        </View>
      )}
      <BottomBar>
        <Button isWide to={pages.address()}>
          {texts.address.add}
        </Button>
      </BottomBar>
    </Page>
  )
}

const Skeletons = () => (
  <>
    <Skeleton height={132} radius={18} gap={12} />
    <Skeleton height={132} radius={18} gap={12} />
  </>
)
