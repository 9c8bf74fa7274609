import { Text, View } from '@tarojs/components'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'

/** What somebody agrees to by ordering, in reach before they do. */
export const Consent = () => (
  <View className="checkout__consent">
    <Text>{texts.checkout.consent}</Text>
    <Pressable className="checkout__terms" to={pages.page('agreement')}>
      {texts.checkout.agreement}
    </Pressable>
    <Pressable className="checkout__terms" to={pages.page('privacy')}>
      {texts.checkout.privacy}
    </Pressable>
  </View>
)
