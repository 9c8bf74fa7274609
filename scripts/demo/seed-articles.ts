import { DAY_MS } from '../../contract/time'
import { insertArticle, savePage } from '../../server/domains/cms/save'
import type { DemoCatalog } from './catalog/types'
import { illustrated } from './catalog/writing'
import { groundOf } from './check'
import type { Seeding } from './seed'

/** Articles and single pages, with the pictures of the goods they speak of. */
export async function seedArticles(
  { tx, merchantId, now, picture }: Seeding,
  { articles, sitePages }: DemoCatalog,
): Promise<void> {
  for (const { picture: cover, tags, recommended, daysAgo, views, content, ...article } of articles) {
    const draft = {
      ...article,
      content: illustrated(content, picture),
      pic: picture(cover),
      picColor: groundOf(cover),
      tags: tags.join(','),
      isRecommended: recommended,
    }
    const id = await insertArticle(tx, merchantId, draft, new Date(now.getTime() - daysAgo * DAY_MS))
    await tx
      .updateTable('articles')
      .set({ views, useful_count: Math.ceil(views / 40) })
      .where('merchant_id', '=', merchantId)
      .where('id', '=', id)
      .execute()
  }
  for (const one of sitePages)
    await savePage(tx, merchantId, { ...one, content: illustrated(one.content, picture) }, now)
}
