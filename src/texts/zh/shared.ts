/** 中文：不止一个分包要说的词，和分包入口的名字。 */
export const shared = {
  leftWithDays: (days: number, clock: string) => `${days} 天 ${clock}`,

  goods: {
    from: '起',
    soldOut: '已售罄',
    sold: (count: number) => `已售 ${countText(count)}`,
    noLongerFavoured: '已取消收藏',
    chosen: (choice: string) => `已选 ${choice}`,
    number: '数量',
    reply: (text: string) => `店家回复：${text}`,
    addToCart: '加入购物车',
    buyNow: '立即购买',
    bookNow: '立即预订',
    bookedOut: '已订满',
    places: (count: number) => `剩 ${count} 份`,
    total: '合计',
    stock: (count: number) => `库存 ${count}`,
    stockFew: (count: number) => `仅剩 ${count} 件`,
    noStock: '这个规格卖完了',
    minimum: (count: number) => `${count} 件起购`,
    addition: (name: string, price: string) => `${name} +${price}`,
    required: '必选',
    chooseFirst: (name: string) => `请选择${name}`,
    stars: (count: number) => `${count} 星`,
  },

  booking: {
    range: (from: string, to: string, count: number) => `${from} 至 ${to}，${count} 天`,
  },

  goodsList: {
    search: '搜索商品',
  },

  favourites: {
    gone: '已下架',
  },

  service: {
    name: '客服',
    title: '联系客服',
    chat: '在线客服',
    chatHint: '打开对话',
    phone: '打电话',
    wechat: '加微信',
    wechatHint: (name: string) => `${name}，点一下复制`,
  },

  /** 收藏、买过、看过：都是一列留下来的商品。 */
  kept: {
    count: (count: number) => `共 ${count} 件`,
    edit: '管理',
    gone: (count: number) => `已下架 ${count} 件`,
    removeGone: '全部移除',
    removed: (count: number) => (count > 1 ? `已移除 ${count} 件` : '已移除'),
  },

  articles: {
    title: '文章',
    shelf: '读一读',
    views: (count: number) => `${count < 10_000 ? count : `${Math.floor(count / 1000) / 10} 万`} 次阅读`,
  },

  notices: {
    title: '公告',
    all: '全部公告',
  },

  singlePages: {
    about: '关于我们',
  },

  recharge: {
    title: '充值',
  },

  settings: {
    title: '设置',
  },

  feedback: {
    title: '意见反馈',
  },

  login: {
    needed: '需要先登录',
    go: '去登录',
  },

  address: {
    default: '默认',
    regionTitle: '选择地区',
    choose: '请选择',
    noStreet: '不选街道',
  },

  orders: {
    pieces: (count: number) => `共 ${count} 件`,
  },

  poster: {
    title: '生成海报',
    keep: '保存到相册',
    kept: '海报已保存',
    press: '长按图片，保存或发给朋友',
    failed: '海报没画出来，再试一次',
    noAlbum: '没有相册权限',
    noAlbumText: '去设置里允许“添加到相册”，再回来保存',
    settings: '去设置',
    pictureOf: (name: string) => `${name}的海报`,
  },

  payBy: {
    title: '支付方式',
    pay: '付款',
    methods: { wechat: '微信支付', alipay: '支付宝', balance: '余额支付' },
    balanceHas: (amount: string) => `可用 ${amount}`,
    balanceShort: (amount: string) => `余额 ${amount}，不够付这一单`,
  },

  paying: {
    again: '我已付款，再查一次',
    home: '再去逛逛',
  },

  codes: {
    title: '卡券',
    number: '卡号',
    password: '卡密',
    code: '兑换码',
    picture: '兑换码图片',
    copied: '已复制',
    notCopied: '没能复制，请长按选择',
    copyOf: (name: string) => `复制${name}`,
  },
}

/** `1.2 万`: large counts need no last digit. */
function countText(count: number): string {
  return count < 10_000 ? String(count) : `${Math.floor(count / 1000) / 10} 万`
}
