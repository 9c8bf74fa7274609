import { shared } from './shared'

/** 中文：文章、公告、单页。 */
export const reading = {
  articles: {
    ...shared.articles,
    one: '文章',
    useful: (count: number) => (count ? `有用 ${count}` : '有用'),
    thanks: '谢谢，店家看到了',
    previous: '上一篇',
    next: '下一篇',
    empty: '还没有文章',
    emptyText: '店家写好了会放在这里',
  },

  notices: {
    ...shared.notices,
    pinned: '置顶',
    empty: '还没有公告',
    emptyText: '有新消息会放在这里',
  },

  singlePages: {
    ...shared.singlePages,
    agreement: '用户协议',
    privacy: '隐私政策',
    updated: (day: string) => `更新于 ${day}`,
  },
}
