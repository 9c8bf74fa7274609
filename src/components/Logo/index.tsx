import { Picture } from '@/components/Picture'
import { useShop } from '@/stores/shop'

/** How round its corners are, as a phone draws the icons of programs. */
const ROUND = 0.24

/** The shop's logo, where its keeper has given one: `npm run shop -- logo`. Its name always stands beside it. */
export function Logo({ size }: { size: number }) {
  const logo = useShop(shop => shop.logo)
  return logo ? <LogoPicture src={logo} size={size} /> : null
}

export const LogoPicture = ({ src, size }: { src: string; size: number }) => (
  <Picture src={src} color="transparent" size={size} radius={size * ROUND} />
)
