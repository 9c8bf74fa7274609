/** 中文：首页与分类。 */
export const home = {
  home: {
    search: '找找想要的',
    banners: '店铺推荐',
    arrivals: '刚上架',
    sales: '限时秒杀',
    saleEnds: (left: string) => `${left} 后结束`,
    saleBegins: (left: string) => `${left} 后开始`,
    bargains: '请好友砍价',
    groups: '一起拼',
    picks: '为你挑的',
    noPicks: '货架正在整理',
    noPicksText: '过一会儿再来看看',
    notice: '公告',
  },

  category: {
    title: '分类',
    empty: '这一类暂时没有商品',
    none: '还没有分类',
  },
}
