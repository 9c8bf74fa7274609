import { type Coupon, dataOf, wxapi } from '@/api'
import { pages } from '@/lib/pages'

const CATEGORY = 0
const GOODS = 1

/** The product or the category that a coupon is for; everything where it is for several or for all. */
export async function whereToUse({ pid, scope }: Coupon): Promise<string> {
  if (scope === 'all' || scope === 'shop') return pages.goodsList()
  const { couponRefs } = await dataOf(wxapi.couponDetail(pid))
  const [first, ...others] = couponRefs
  if (!first || others.length) return pages.goodsList()
  if (first.type === GOODS) return pages.goods(first.refId)
  return first.type === CATEGORY ? pages.goodsList({ categoryId: first.refId }) : pages.goodsList()
}
