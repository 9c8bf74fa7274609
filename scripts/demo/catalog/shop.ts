import type { DemoBanner, DemoBranch, DemoLevel, DemoNotice, DemoRechargeRule, DemoReviewer } from './types'
import { points } from './writing'

export const banners: DemoBanner[] = [
  {
    picture: 'banner-tea',
    title: '炉火小一点，\n茶就慢一点',
    remark: '冬日茶席',
    action: '尝老白茶',
    goods: 'tea-white',
    type: 'index',
    dark: true,
  },
  {
    picture: 'banner-food',
    title: '早上摘，\n下午就装箱',
    remark: '当季脐橙',
    action: '5 斤 39.90',
    goods: 'orange',
    type: 'index',
    dark: false,
  },
  {
    picture: 'banner-reading',
    title: '留一盏灯，\n读到不想读',
    remark: '夜读时间',
    action: '看黄铜台灯',
    goods: 'lamp-brass',
    type: 'index',
    dark: true,
  },
  {
    picture: 'banner-plants',
    title: '添一盆绿，\n不难养',
    remark: '窗边',
    action: '挑一盆',
    category: 'plants',
    type: 'index',
    dark: false,
  },
]

export const notices: DemoNotice[] = [
  {
    title: '下单前看一眼：发货与运费',
    daysAgo: 3,
    top: true,
    content: `<p>工作日 16:00 前付款的现货，当天发出；周末顺延到周一。</p>${points(
      '普通快递满 99 元包邮，江浙沪皖 6 元起，其他省市 8 元起',
      '锅、灯、蒸笼等大件按重量计费，下单页会先算给你看',
      '鲜果与植物由产地直发，暂不寄往西藏、新疆、香港、澳门和台湾',
    )}`,
  },
  {
    title: '卡券怎么领、怎么用',
    daysAgo: 8,
    content: `<p>卡券付款后自动发货，不用等人。</p>${points(
      '打开「我的订单」，点进订单就能看到卡号和卡密，仅你可见',
      '供货方缺货或迟迟没有出码时，由店主核对后补发或退款',
      '卡密发出后不能退换，购买前请核对使用范围',
    )}`,
  },
  {
    title: '会员等级：银卡 9.8 折，金卡 9.5 折，黑卡 9.2 折',
    daysAgo: 21,
    content: '<p>登录后，购物车和下单页按你的等级计价，配件与运费不打折。</p>',
  },
  {
    title: '这是一间演示店',
    daysAgo: 30,
    content: '<p>店里的商品、评价和人物都是虚构的，付款走模拟通道，不会真的扣钱，也不会真的发货。随便逛，随便点。</p>',
  },
]

export const reviewers: DemoReviewer[] = [
  { nick: '山野', avatar: 'avatar-fox', province: '浙江省', city: '杭州市' },
  { nick: '林一一', avatar: 'avatar-bob', province: '上海市', city: '上海市' },
  { nick: '猫饭', avatar: 'avatar-cat', province: '四川省', city: '成都市' },
  { nick: '圆子妈', avatar: 'avatar-bun', province: '江苏省', city: '苏州市' },
  { nick: '阿祁', avatar: 'avatar-bear', province: '广东省', city: '佛山市' },
  { nick: '大橘为重', avatar: 'avatar-dog', province: '山东省', city: '济南市' },
  { nick: '小满', avatar: 'avatar-rabbit', province: '湖北省', city: '武汉市' },
  { nick: '周有光亮', avatar: 'avatar-glasses', province: '北京市', city: '北京市' },
  { nick: '蘑菇汤', avatar: 'avatar-mushroom', province: '云南省', city: '昆明市' },
  { nick: '老许', avatar: 'avatar-grandpa', province: '陕西省', city: '西安市' },
  { nick: '不浇水', avatar: 'avatar-cactus', province: '福建省', city: '厦门市' },
  { nick: '竹叶', avatar: 'avatar-panda', province: '重庆市', city: '重庆市' },
]

export const settings: Record<string, string> = {
  refund_address: '小铺售后 13800138111 浙江省杭州市西湖区文三路 1 号 3 楼 301',
  mallName: '小铺',
  share_profile: '小铺：好好挑的东西，慢慢用',
  hot_search_words: '老白茶,台灯,脐橙,视频会员,话费,手账本',
  service_phone: '400-000-0000',
  service_wechat: 'xiaopu-demo',
  recharge_amount_min: '1',
  order_hx_uids: '',
  order_pay_user_balance: '1',
  ALLOW_SELF_COLLECTION: '1',
  pay_bill: '1',
  pay_deposit: '1',
  show_seller_number: '1',
  hide_reputation: '0',
}

/** Where goods can be fetched. */
export const branches: DemoBranch[] = [
  {
    name: '小铺 文三路店',
    address: '浙江省杭州市西湖区文三路 1 号 1 楼',
    phone: '0571-88001234',
    hours: '每天 9:30–21:30',
    latitude: 30.2778,
    longitude: 120.1297,
  },
  {
    name: '小铺 河坊街店',
    address: '浙江省杭州市上城区河坊街 180 号',
    phone: '0571-88005678',
    hours: '每天 10:00–22:00',
    latitude: 30.2405,
    longitude: 120.1688,
  },
  {
    name: '小铺 滨江仓',
    address: '浙江省杭州市滨江区江南大道 588 号 B1',
    phone: '0571-88009012',
    hours: '周一至周六 9:00–18:00',
    latitude: 30.2089,
    longitude: 120.2123,
  },
]

export const rechargeRules: DemoRechargeRule[] = [
  { confine: 100, send: 5, loop: false },
  { confine: 300, send: 20, loop: false },
  { confine: 500, send: 40, loop: true },
]

export const levels: DemoLevel[] = [
  { name: '银卡', level: 1, rebate: 9.8 },
  { name: '金卡', level: 2, rebate: 9.5 },
  { name: '黑卡', level: 3, rebate: 9.2 },
]
