/** 中文：到处都用的词。 */
export const common = {
  ok: '好',
  cancel: '取消',
  close: '关闭',
  back: '返回',
  copy: '复制',
  share: '分享',
  retry: '再试一次',
  save: '保存',
  delete: '删除',
  edit: '编辑',
  done: '完成',
  all: '全部',
  /** Between words in a row. */
  wordGap: '、',
  moment: (year: number | undefined, month: number, day: number, time: string) =>
    `${year ? `${year} 年 ` : ''}${month} 月 ${day} 日 ${time}`,
  /** What the server refused, in its own words, which are Chinese. */
  refusal: (_code: number, words: string) => words,

  days: {
    today: '今天',
    yesterday: '昨天',
    day: (year: number | undefined, month: number, day: number) => `${year ? `${year} 年 ` : ''}${month} 月 ${day} 日`,
    month: (year: number, month: number) => `${year} 年 ${month} 月`,
    weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
    withWeekday: (day: string, weekday: string) => `${day} ${weekday}`,
  },
  undo: '撤销',
  preview: { title: '看图片', open: (index: number) => `看第 ${index} 张图` },

  shop: { name: '小铺' },
  tabs: { home: '首页', category: '分类', cart: '购物车', me: '我的' },
  demo: { name: '演示商店', meaning: '不会真的扣款，也不会真的发货' },
  stepper: { less: '减少一件', more: '增加一件' },
  list: { more: '正在加载', end: '就这些了', movements: { all: '全部', in: '收入', out: '支出' } },

  pictures: { add: '添加图片', remove: '删除图片', uploading: '上传中' },
  update: {
    ready: '有新版本',
    readyText: '重启后就能用上，不会丢下购物车',
    restart: '现在重启',
    later: '稍后',
    failed: '新版本没能下载，删掉小程序再打开就好',
  },
  privacyAsk: {
    title: '用到你的信息之前',
    text: '选照片、取地址、复制卡密要经你同意。我们只为完成你的订单使用，不作他用。不同意也能继续逛。',
    terms: '查看隐私保护指引',
    refuse: '不同意',
    agree: '同意',
  },

  errors: {
    title: '没能打开',
    slow: '网络有点慢，稍等再试一次',
    offline: '连不上网络，请检查后再试',
    unavailable: '店铺暂时没有回应，请稍后再试',
    gone: '这里的内容已经不在了',
    home: '去首页看看',
    noNetwork: '没有网络，先看看上次的内容',
  },
}
