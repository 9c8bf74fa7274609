/** Articles, votes for them, single pages, and what shoppers write. */
import type { Generated } from 'kysely'

export interface ArticleTables {
  article_categories: ArticleCategoryTable
  articles: ArticleTable
  article_votes: ArticleVoteTable
  site_pages: SitePageTable
  comments: CommentTable
}

export interface ArticleCategoryTable {
  merchant_id: number
  id: Generated<number>
  name: string
  key: Generated<string>
  icon: Generated<string>
  paixu: Generated<number>
  created_at: number
}

export interface ArticleTable {
  merchant_id: number
  id: Generated<number>
  category_id: Generated<number>
  title: string
  author: Generated<string>
  descript: Generated<string>
  pic: Generated<string>
  pic_color: Generated<string>
  content: string
  keywords: Generated<string>
  tags: Generated<string>
  is_recommended: Generated<number>
  paixu: Generated<number>
  /** 0 published, 1 hidden. */
  status: Generated<number>
  views: Generated<number>
  useful_count: Generated<number>
  useless_count: Generated<number>
  created_at: number
  updated_at: number
}

export interface ArticleVoteTable {
  merchant_id: number
  id: Generated<number>
  article_id: number
  user_id: number
  is_useful: number
  created_at: number
}

export interface SitePageTable {
  merchant_id: number
  id: Generated<number>
  key: string
  title: string
  content: string
  created_at: number
  updated_at: number
}

export interface CommentTable {
  merchant_id: number
  id: Generated<number>
  /** Nobody: written without an account. */
  user_id: number | null
  type: Generated<number>
  ref_id: Generated<number>
  pid: Generated<number>
  content: string
  mobile: Generated<string>
  pics_json: string
  ext_json: string
  status: Generated<number>
  reply: Generated<string>
  /** Nobody but its writer sees it, whatever its status. */
  is_held: Generated<number>
  replied_at: number | null
  created_at: number
}
