import { codes } from './codes'

/**
 * Every code we answer with, in one list; the texts are what a shopper may read. Codes up to 9999 and those marked WXAPI
 * are the hosted service's own, because its clients branch on them; the rest are ours, grouped by domain, never reused.
 */
export const errors = {
  negative: [-1, '否'], // WXAPI: the "no" of a yes-or-no question
  badRequest: [codes.badRequest, '参数错误'],
  forbidden: [403, '没有权限'],
  notFound: [404, '接口不存在'],
  shopUnknown: [404, '店铺不存在，请检查 subDomain'],
  tooMany: [codes.tooMany, '操作太频繁，请稍后再试'],
  serverFault: [codes.serverFault, '系统繁忙，请稍后再试'],
  starting: [codes.starting, '服务正在启动或停止，请稍后再试'],
  noData: [codes.noData, '暂无数据'],
  pageUnknown: [41030, '小程序里没有这个页面，或尚未发布'], // WeChat's own, passed on
  loginRequired: [codes.loginRequired, '请先登录'],
  notRegistered: [10000, '用户尚未注册'], // WXAPI
  wxSessionStale: [10002, '微信登录已失效，请重新登录'], // WXAPI
  balanceShort: [20000, '余额不足'], // WXAPI
  couponNoneLeft: [20001, '来晚了，已经领完'], // WXAPI
  couponStopped: [20002, '活动已结束'], // WXAPI
  couponLimit: [20003, '已达领取上限'], // WXAPI
  couponExpired: [20004, '优惠券已过期'], // WXAPI
  scoreShort: [30001, '积分不足'], // WXAPI
  couponMustPay: [codes.couponMustPay, '购买后才能领取'], // WXAPI, with the price in `data`
  signedAlready: [10000, '今天已经签到过了'], // WXAPI
  skuRequired: [30002, '请选择规格'], // WXAPI

  userBlocked: [11001, '该账号已被停用'],
  wxCodeInvalid: [11002, '微信登录凭证无效，请重试'],
  wxUnavailable: [11003, '微信服务暂时无法连接，请稍后再试'],
  wxDataInvalid: [11004, '微信数据校验未通过，请重新授权'],
  codeWrong: [11005, '验证码错误'],
  codeExpired: [11006, '验证码已失效，请重新获取'],
  codeTooSoon: [11007, '验证码发送太频繁，请稍后再试'],
  smsUnavailable: [11008, '短信暂时无法发送，请稍后再试'],
  mobileTaken: [11009, '该手机号已被其他账号使用'],
  extJsonInvalid: [11010, '扩展属性必须是 JSON 对象'],
  pictureRequired: [codes.pictureRequired, '请先输入图形验证码'],
  pictureWrong: [codes.pictureWrong, '图形验证码不正确或已失效，请换一张再试'],
  mailUnavailable: [11013, '邮件暂时无法发送，请稍后再试'],
  emailTaken: [11014, '该邮箱已被其他账号使用'],
  wxQuota: [11015, '微信手机号验证暂时用不了，请改用短信验证码'],
  passwordWrong: [11021, '账号或密码不正确'],
  passwordLocked: [11022, '密码错误次数太多，请 15 分钟后再试'],
  usernameTaken: [11023, '该用户名已被使用'],
  openidTaken: [11024, '该微信已绑定其他账号'],
  mobileForeign: [11025, '暂只支持中国大陆手机号'],
  payPasswordSet: [11026, '已设置过交易密码，请使用修改'],
  payPasswordWrong: [11027, '交易密码不正确'],
  accountUnfinished: [codes.accountUnfinished, '还有未完成的事，暂时不能注销'],
  appLoginMissing: [11028, '店铺没有开通这种登录方式'],
  appLoginInvalid: [11029, '登录凭证无效或已过期，请重新授权'],
  appLoginUnavailable: [11030, '这种登录方式暂时无法使用，请稍后再试'],
  contentRisky: [11031, '内容可能违规，请修改后再发布'],

  officialMissing: [11101, '店铺还没有接入公众号'],
  hostForeign: [11102, '只能为本店的页面签名'],

  addressUnknown: [12001, '收货地址不存在'],
  addressRequired: [12002, '请填写收货地址'],
  regionUnknown: [12003, '所在地区不存在，请重新选择'],
  addressLimit: [12004, '收货地址太多，请先删除不用的地址'],

  goodsGone: [13001, '商品已下架'],
  skuGone: [13002, '所选规格已下架，请重新选择'],
  stockShort: [13003, '库存不足'],
  belowMinimum: [13004, '未达到起购数量'],
  limitReached: [13005, '超出限购数量'],
  limitLevel: [13006, '该商品仅限指定会员购买'],
  additionInvalid: [13007, '所选配件不可用，请重新选择'],
  additionRequired: [13008, '请选择必选配件'],
  bookingRequired: [13009, '请选择预订的日期或时段'],
  bookingGone: [13010, '所选日期或时段不能预订，请重新选择'],
  cartLineUnknown: [13101, '购物车中没有该商品'],
  cartFull: [13102, '购物车已满，请先清理'],
  notDeliverable: [codes.notDeliverable, '所在地区暂不支持配送'],

  orderUnknown: [14001, '订单不存在'],
  orderEmpty: [14002, '没有可以下单的商品'],
  orderNotOpen: [14003, '订单已关闭或已支付'],
  orderNotShipped: [14004, '订单尚未发货'],
  orderNotFinished: [14005, '交易完成后才能评价'],
  orderNotDeletable: [14006, '进行中的订单不能删除'],
  alreadyReviewed: [14007, '已经评价过了'],
  priceChanged: [codes.priceChanged, '价格有变动，请确认后重新下单'],
  keyReused: [14009, '请勿重复提交不同的订单'],
  notVerifiable: [14010, '核销码无效或已使用'],
  fieldRequired: [14011, '请填写充值信息'],
  tooManyUnpaid: [14012, '未付款订单太多，请先付款或取消'],
  branchUnknown: [14014, '这家门店现在不能自提，请换一家'],
  optionNotServed: [14013, '暂不支持该下单方式'],

  refundUnknown: [14101, '没有找到这次售后申请'],
  refundNotOpen: [14102, '这个订单现在不能申请售后'],
  refundTypeNotServed: [14103, '该商品不支持这种售后方式'],
  refundAlreadyAsked: [codes.refundAlreadyAsked, '已经申请过了，请等店家处理'], // WXAPI
  refundTooMuch: [14105, '退款金额超出可退金额'],
  refundReasonRequired: [14106, '请选择原因'],
  refundDelivered: [14107, '卡券已经送达，请联系店家处理'],
  refundNotCancellable: [14108, '现在不能撤销了'],
  invoiceExists: [14201, '这个订单已经申请过发票'],
  invoiceNotOpen: [14202, '这个订单现在不能开发票'],
  invoiceTooMuch: [14203, '开票金额不正确'],
  refundAwaitsTeam: [14110, '拼团还没有结束，成团后才能申请售后，没有成团会自动退款'],
  refundNotSendable: [14109, '现在不需要寄回商品'],

  upstreamAway: [codes.upstreamAway, '商城暂时连不上，请稍后再看'],
  upstreamSlow: [codes.upstreamSlow, '商城没有及时回答，请稍后再看'],
  upstreamOdd: [14303, '商城的回答有误，请稍后再看或联系店家'],
  supplyUnpaid: [14304, '订单付款后才会发货'],
  supplyClosed: [14305, '订单已关闭，不再发货'],
  supplyRefunded: [14306, '订单申请过退款，请联系店家'],

  kanjiaUnknown: [18001, '砍价活动不存在'],
  kanjiaOver: [18002, '砍价活动已结束'],
  kanjiaAtFloor: [18003, '已经砍到底价了'],
  kanjiaOrdered: [18004, '这次砍价已经下单'],
  kanjiaSoldOut: [18005, '砍价商品已抢完'],
  kanjiaNotStarted: [18006, '你还没有发起这个砍价'],
  kanjiaOnePiece: [18007, '砍价商品每次只能单独购买一件'],
  kanjiaTermsWrong: [18008, '砍价设置不正确'],

  pingtuanUnknown: [18101, '这个团不存在'],
  pingtuanOver: [18102, '拼团已结束'],
  pingtuanFull: [18103, '这个团满员了，换一个团或自己开团吧'],
  pingtuanJoined: [18104, '你已经在这个团里了'],
  pingtuanAlone: [18105, '拼团商品请单独下单'],
  pingtuanTermsWrong: [18106, '拼团设置不正确'],
  saleTermsWrong: [18201, '价格设置不正确'],

  payAmountWrong: [15001, '支付金额不正确'],
  payUnavailable: [15002, '支付暂时无法发起，请稍后再试'],
  payPending: [15003, '尚未支付'],
  payUnknown: [15004, '支付单不存在'],
  nextActionUnknown: [15005, '暂不支持该支付用途'],
  openidRequired: [15006, '请先在微信中登录'],
  payBusy: [15009, '上一次付款还在处理，请稍后再试'],
  payNotOpen: [15008, '店铺暂未开通这种支付方式'],
  transferAmount: [15010, '每次可转 0.1 元到 1999.99 元'],
  payClosed: [codes.payClosed, '支付单已关闭'],

  couponUnknown: [17001, '优惠券不存在'],
  couponNotYet: [17002, '还没到领取时间'],
  couponWordWrong: [17003, '口令不正确'],
  couponStreakShort: [17004, '连续签到天数不够'],
  couponNotUsable: [codes.couponNotUsable, '优惠券不可用'],
  couponNotGivable: [17006, '这张优惠券不能赠送'],
  couponReceiverUnknown: [17007, '没有找到这位朋友，请核对手机号'],
  couponTaken: [17008, '来晚了，优惠券已被领走或收回'],
  couponNumberWrong: [17009, '号码或密码不正确'],
  couponNumberUsed: [17010, '这个号码已经兑换过了'],
  couponNumberLocked: [17011, '错误次数太多，请 15 分钟后再试'],
  couponMergeUnknown: [17012, '没有这种合成方式'],
  couponMergeWrong: [17013, '所选的优惠券不符合合成要求'],
  growthShort: [17101, '成长值不足'],
  virtualAlone: [15101, '卡券、充值等虚拟商品请单独下单，一次一种'],
  virtualNotReady: [15102, '商品正在微信上架，请过几分钟再付款'],
  virtualPrice: [15103, '这个价格暂时不能在小程序里支付，请联系店家'],
  virtualWhole: [15104, '虚拟商品请付全款，或全部用余额支付'],
  depositShort: [40000, '余额不足，请支付差额'], // WXAPI: data is what is missing
  depositBack: [17411, '押金已经退回'],
  billBranchUnknown: [17412, '没有这家门店，请核对付款码'],
  withdrawTooLittle: [17401, '提现金额太小'],
  withdrawNameRequired: [17402, '请填写真实姓名'],
  fxClosed: [17301, '店铺没有开放这种方式'],
  fxAlready: [17302, '你已经是分销商了'],
  fxSellerUnknown: [17303, '没有找到这位分销商'],
  partnerClosed: [17304, '店铺没有开放团队'],
  partnerLeaderUnknown: [17305, '没有找到这位团队长'],
  partnerUnknown: [17306, '没有找到这位合伙人'],
  partnerBound: [17307, '你已经在别的团队里了'],
  partnerAlready: [17308, '你已经是团队长了'],
  partnerNotMember: [17309, '加入团队后才能成为团队长'],
  partnerNotLeader: [17310, '团队长才能加入合伙人名下'],
  levelPriceUnknown: [17201, '这个会员现在不能购买'],
  levelLower: [17202, '你现在的会员等级更高，到期后才能购买这个'],
  scoreRuleMissing: [17102, '这么多积分还换不了'],

  commentTooMany: [17501, '今天写得太多了，明天再来'],

  fileMissing: [16001, '请选择要上传的文件'],
  fileTooLarge: [16002, '文件太大'],
  fileType: [16003, '不支持的文件类型'],
  fileUnreachable: [16004, '无法下载该文件'],
  fileQuota: [16005, '上传的文件太多，请稍后再试'],
} as const satisfies Record<string, readonly [code: number, msg: string]>

export type ErrorName = keyof typeof errors
export type ErrorCode = (typeof errors)[ErrorName][0]

/** What any method may refuse with, beside its own. */
export const anyRefusal = [
  'badRequest',
  'loginRequired',
  'userBlocked',
  'tooMany',
  'noData',
  'shopUnknown',
  'serverFault',
  'starting',
] as const satisfies readonly ErrorName[]

/** What every method answers. `data` may come with a refusal too: a label, or an amount still to pay. */
export type Envelope<Data> = { code: 0; msg: string; data: Data } | { code: ErrorCode; msg: string; data?: unknown }
