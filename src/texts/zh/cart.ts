/** 中文：购物车。 */
export const cart = {
  cart: {
    title: '购物车',
    empty: '购物车还是空的',
    emptyText: '去挑几件喜欢的',
    guest: '登录后查看购物车',
    goShopping: '去逛逛',
    select: (name: string) => `选择 ${name}`,
    selectAll: '全选',
    total: '合计',
    checkout: (count: number) => (count ? `结算 (${count})` : '结算'),
    remove: (count: number) => (count ? `删除 (${count})` : '删除'),
    removeAsk: (count: number) => `删除这 ${count} 件商品？`,
    gone: '不能购买的商品',
    clearGone: '全部清除',
    goneReason: '已下架',
    soldOutReason: '卖完了',
    freightLater: '不含运费',
    few: (count: number) => `仅剩 ${count} 件`,
  },
}
