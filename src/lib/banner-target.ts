import type { Banner } from '@/api'
import { pages } from './pages'

/** The page that a banner opens: a product, a category (`category:key`), or a page of ours. Other links open nothing. */
export function bannerTarget({ businessId, linkUrl }: Pick<Banner, 'businessId' | 'linkUrl'>): string | undefined {
  if (businessId > 0) return pages.goods(businessId)
  const [, categoryKey] = /^category:(.+)$/.exec(linkUrl ?? '') ?? []
  if (categoryKey) return pages.goodsList({ categoryKey })
  return /^\/?(pages|packages)\//.test(linkUrl ?? '') ? `/${linkUrl.replace(/^\//, '')}` : undefined
}
