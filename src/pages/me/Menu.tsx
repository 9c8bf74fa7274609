import { Text, View } from '@tarojs/components'
import { Cell } from '@/components/Cell'
import { Icon, type IconName } from '@/components/Icon'
import { Service, useHasService } from '@/components/Service'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { useShop } from '@/stores/shop'
import { texts } from '@/texts'

type Entry = [name: string, icon: IconName, to: string]

/** What belongs to the shopper, and the shop's own pages below. */
export function Menu({ deposit }: { deposit: number | undefined }) {
  const hasService = useHasService()
  const takesBills = useShop(shop => shop.takesBills)
  const takesDeposits = useShop(shop => shop.takesDeposits)
  // Money that stands there has to be found, whatever the shop does by now.
  const hasDeposits = takesDeposits || Boolean(deposit)
  const own: Entry[] = [
    [texts.me.coupons, 'ticket', pages.couponCentre],
    [texts.me.sign, 'check', pages.sign],
    [texts.me.level, 'shield', pages.levels],
    [texts.me.fx, 'share', pages.fx],
    [texts.me.favourites, 'heart', pages.favourites],
    [texts.me.footprints, 'clock', pages.footprints],
    [texts.me.bought, 'rows', pages.purchaseHistory],
    [texts.me.refunds, 'return', pages.refunds],
    [texts.me.bargains, 'gift', pages.bargains({ tab: 'mine' })],
    [texts.me.groups, 'person', pages.groups({ tab: 'mine' })],
    [texts.me.addresses, 'pin', pages.addresses()],
    [texts.recharge.title, 'wallet', pages.recharge],
    [texts.me.withdraw, 'out', pages.withdraw],
    ...(takesBills ? [[texts.me.bill, 'receipt', pages.bill()] satisfies Entry] : []),
    ...(hasDeposits ? [[texts.me.deposits, 'lock', pages.deposits] satisfies Entry] : []),
    [texts.articles.title, 'article', pages.articles()],
    [texts.feedback.title, 'message', pages.feedback()],
  ]
  return (
    <>
      <View className="me__own">
        {own.map(([name, icon, to]) => (
          <Pressable key={to} className="me__thing" to={to}>
            <Icon name={icon} size={24} />
            <Text className="me__thing-name">{name}</Text>
          </Pressable>
        ))}
      </View>
      <View className="me__menu">
        {hasService && (
          <Service className="me__service" about={undefined}>
            <Icon name="chat" size={21} className="me__service-icon" />
            <Text className="me__service-name">{texts.service.title}</Text>
            <Icon name="right" size={16} className="me__more" />
          </Service>
        )}
        <Cell name={texts.me.invoices} icon="ticket" to={pages.invoices} />
        <Cell name={texts.notices.title} icon="bell" to={pages.notices} />
        <Cell name={texts.settings.title} icon="settings" to={pages.settings} />
        <Cell name={texts.singlePages.about} icon="info" to={pages.page('about')} />
      </View>
    </>
  )
}
