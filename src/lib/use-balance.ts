import { asMeIfSignedIn, wxapi } from '@/api'
import { useLoad } from '@/lib/use-load'
import { useShop } from '@/stores/shop'

/** What the shopper has in their balance, in yuan: 0 where the shop does not let them pay from it. */
export function useBalance(): number {
  const hasBalance = useShop(shop => shop.paysFromBalance)
  const { data } = useLoad(() => asMeIfSignedIn(token => wxapi.userAmount(token)), [])
  return hasBalance ? (data?.balance ?? 0) : 0
}
