import { Picture } from '@/components/Picture'
import { useShop } from '@/stores/shop'

/** How round its corners are, as a phone draws the icons of programs. */
const ROUND = 0.24

/** The shop's logo, where its keeper has given one: `npm run shop -- logo`. Its name always stands beside it. */
export function Logo({ size }: { size: number }) {
  const logo = useShop(shop => shop.logo)
  return logo ? <Picture src={logo} color="transparent" size={size} radius={size * ROUND} /> : null
}
