import { asMeIfSignedIn, dataOf, type Freight, WxapiError, wxapi } from '@/api'
import { Cell } from '@/components/Cell'
import { usualFreight } from '@/lib/goods'
import { shortMoneyText } from '@/lib/money'
import { useReturn } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { useIsSignedIn } from '@/stores/session'
import { texts } from '@/texts/goods'
import { codes } from '../../../../contract/codes'

/** Where it goes by default, and what that costs. Guests read what it usually costs. */
export function FreightCell({ freight }: { freight: Freight }) {
  const isSignedIn = useIsSignedIn()
  const place = useLoad(() => deliveryTo(freight), [freight.id, isSignedIn])
  useReturn(place.reload)
  const { name, cost } = place.data ?? {}
  const words = [name, cost ?? usualText(freight), freeFromText(freight)].filter(Boolean).join(' · ')
  return (
    <Cell name={texts.goods.to} {...(isSignedIn && { to: pages.addresses() })}>
      {words || texts.goods.noAddress}
    </Cell>
  )
}

async function deliveryTo({ id, isFree }: Freight): Promise<{ name?: string; cost?: string }> {
  const { info } = (await asMeIfSignedIn(token => wxapi.defaultAddress(token))) ?? {}
  if (!info) return {}
  const name = `${info.cityStr}${info.areaStr}`
  if (isFree) return { name }
  const { provinceId, cityId, districtId } = info
  try {
    const { firstAmount } = await dataOf(
      wxapi.goodsPriceFreight({ templateId: id, type: 0, provinceId, cityId, districtId }),
    )
    return { name, cost: firstAmount ? texts.goods.freight(shortMoneyText(firstAmount)) : texts.goods.freeFreight }
  } catch (error) {
    if (error instanceof WxapiError && error.code === codes.notDeliverable)
      return { name, cost: texts.goods.notDeliverable }
    throw error
  }
}

function usualText(freight: Freight): string {
  const amount = usualFreight(freight)
  if (amount === undefined) return ''
  return amount === 0 ? texts.goods.freeFreight : texts.goods.freightFrom(shortMoneyText(amount))
}

const freeFromText = ({ isFree, freeFrom }: Freight): string =>
  freeFrom && !isFree ? texts.goods.freeFrom(shortMoneyText(freeFrom)) : ''
