/** 中文：我的。 */
export const me = {
  me: {
    title: '我的',
    guest: '登录 / 注册',
    guestText: '登录后查看订单和余额',
    unnamed: '未起名',
    assets: { balance: '余额', coupons: '优惠券', score: '积分', growth: '成长值' },
    orders: '我的订单',
    allOrders: '全部订单',
    counters: { unpaid: '待付款', toShip: '待发货', shipped: '待收货', received: '待评价' },
    coupons: '领券',
    sign: '签到',
    favourites: '我的收藏',
    footprints: '浏览足迹',
    bought: '买过的',
    refunds: '退款售后',
    invoices: '我的发票',
    bargains: '砍价',
    groups: '拼团',
    addresses: '收货地址',
    profile: '个人资料',
  },
}
