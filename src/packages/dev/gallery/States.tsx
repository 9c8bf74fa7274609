import { View } from '@tarojs/components'
import { WxapiError } from '@/api'
import { DemoMark, DemoWords } from '@/components/DemoLine'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { LoginAbandoned } from '@/stores/login-request'
import { texts } from '@/texts/user'
import { codes } from '../../../../contract/codes'
import { nothing, Part, State } from './Part'
import { failed, listOfRows, loaded, loading, offline } from './samples'

export const States = () => (
  <Part name="States">
    <State is="a page's subject: loading, there">
      <Show of={loading} skeleton={<Skeletons />}>
        {() => null}
      </Show>
      <Show of={loaded(texts.demo.meaning)} skeleton={null}>
        {words => <View>{words}</View>}
      </Show>
    </State>
    <State is="empty, with a way on; in a word">
      <Empty
        icon="cart"
        title={texts.cart.empty}
        text={texts.cart.emptyText}
        action={texts.cart.goShopping}
        onAction={() => null}
      />
      <Empty icon="heart" title={texts.favourites.empty} />
    </State>
    <State is="a list's end: more is coming, that was all, it could not come">
      <ListEnd of={listOfRows([1], { isEnd: false })} />
      <ListEnd of={listOfRows([1])} />
      <ListEnd of={listOfRows([1], { error: offline() })} />
    </State>
    <State is="a demonstration says so">
      <DemoWords />
      <View className="gallery__tagged">
        {texts.shop.name}
        <DemoMark />
      </View>
    </State>
  </Part>
)

const Skeletons = () => (
  <View>
    <Skeleton height={80} radius={18} gap={12} />
    <Skeleton width="60%" height={14} />
  </View>
)

export const Failures = () => (
  <Part name="Failures">
    <State is="no network, to be tried again">
      <Show of={failed(offline())} skeleton={null}>
        {() => null}
      </Show>
    </State>
    <State is="what was asked for is gone">
      <Failed error={new WxapiError(codes.noData, '')} onRetry={nothing} />
    </State>
    <State is="refused, in the server's words">
      <Failed error={new WxapiError(codes.payClosed, texts.recharge.outcomes.closed.title)} onRetry={nothing} />
    </State>
    <State is="needs a login that was left">
      <Failed error={new LoginAbandoned()} onRetry={nothing} />
    </State>
  </Part>
)
