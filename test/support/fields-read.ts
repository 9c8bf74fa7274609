/**
 * What real clients of WXAPI read from its answers in the sections 会员体系, 营销工具, 积分模块 and 资金, and what the reference shows
 * of them. `a.b`: in an object; `a[].b`: in at least one row; `a{}.b`: in at least one value of a map.
 */
export const fieldsRead: Readonly<Record<string, string>> = {
  userLevelList:
    'result[].id result[].level result[].name result[].rebate result[].sendPerMonthCoupons result[].sendPerMonthScore result[].upgradeAmount result[].upgradeSendScore totalPage totalRow',
  userLevelDetail:
    'info.level info.name info.rebate info.sendPerMonthCoupons info.sendPerMonthScore info.upgradeSendScore extJson',
  userLevelPrices: '[].duration [].id [].price [].unit [].unitStr',
  userLevelBuyLogs:
    'result[].dateAdd result[].levelId result[].levelName result[].money result[].orderNumber result[].remark totalPage',

  coupons:
    '[].id [].name [].money [].moneyMin [].moneyMax [].moneyType [].moneyHreshold [].dateEnd [].dateEndType [].dateEndDays [].needAmount [].needScore [].needSignedContinuous [].numberLeft [].numberPersonMax [].pwd [].statusStr',
  couponDetail: 'couponRefs[].refId couponRefs[].type',
  myCoupons:
    '[].id [].pid [].name [].money [].moneyMin [].moneyMax [].moneyType [].moneyHreshold [].dateStart [].dateEnd [].status [].statusStr',
  couponStatistics: 'canUse',
  mergeCouponsRules:
    '[].id [].name [].rules[].couponId [].rules[].couponName [].rules[].number [].rules[].type [].rules[].typeStr',

  kanjiaSet:
    '[].dateAdd [].dateEnd [].goodsId [].helpPriceMax [].helpPriceMin [].id [].minPrice [].number [].numberBuy [].originalPrice [].status [].statusStr',
  kanjiaJoin: 'curPrice goodsId kjId minPrice uid',
  kanjiaMyJoinInfo: 'curPrice dateAdd dateUpdate goodsId helpNumber kjId minPrice status statusStr uid',
  kanjiaHelp: 'cutPrice goodsId remark uid',
  kanjiaHelpDetail: 'cutPrice dateAdd goodsId remark uid',
  kanjiaDetail:
    'kanjiaInfo.curPrice kanjiaInfo.dateAdd kanjiaInfo.dateUpdate kanjiaInfo.goodsId kanjiaInfo.helpNumber kanjiaInfo.kjId kanjiaInfo.minPrice kanjiaInfo.status kanjiaInfo.statusStr kanjiaInfo.uid joiner.nick joiner.avatarUrl helps[].avatarUrl helps[].cutPrice helps[].dateAdd helps[].nick helps[].remark helps[].uid',

  pingtuanSet:
    'dateAdd dateEnd id numberDoing numberOrder numberPersion numberSucccess refundType refundTypeStr status statusStr timeoutHours',
  pingtuanSets:
    '[].dateAdd [].dateEnd [].goodsId [].id [].numberDoing [].numberPersion [].numberSucccess [].refundType [].refundTypeStr [].status [].statusStr [].timeoutHours',
  pingtuanOpen: 'dateEnd goodsId id pingtuanId',
  pingtuanList:
    'result[].apiExtUser.avatarUrl result[].apiExtUser.nick result[].dateEnd result[].helpNumber result[].id result[].uid',
  pingtuanJoinUsers: '[].apiExtUserHelp.avatarUrl [].apiExtUserHelp.nick',
  pingtuanMyJoined: 'result[].id totalPage',

  fxSetting: 'canBuy price',
  fxApplyProgress: 'remark status',
  fxMembers:
    'result[].avatarUrls result[].dateAdd result[].lastOrderDate result[].level result[].mobileMasks result[].nicks result[].totalPayAmount result[].totalPayNumber result[].uids statisticsCommisionMap{}.numberOrder statisticsCommisionMap{}.saleroom userCashMap{}.totalPayAmount userCashMap{}.totalPayNumber userCashMap{}.totleConsumed',
  fxMembersStatistics:
    'totleFansLevel1 totleFansLevel2 totleFans totleChildFxs totleChildFxsLevel1 totleChildFxsLevel2',
  fxCommisionLog:
    'result[].bili result[].dateAdd result[].goodsName result[].isSettlement result[].level result[].money result[].nicks result[].orderId result[].uids result[].unit aggregate orderList[].amountReal orderList[].dateAdd orderList[].goodsNumber orderList[].id orderList[].orderNumber orderList[].status orderList[].statusStr goodsMap{}[].goodsName goodsMap{}[].amountSingle goodsMap{}[].number goodsMap{}[].pic goodsMap{}[].commisionRecord.bili goodsMap{}[].commisionRecord.isSettlement goodsMap{}[].commisionRecord.money goodsMap{}[].commisionRecord.uids goodsMap{}[].commisionRecord.unit',

  scoreDeductionRules: '[].loop [].money [].score',
  scoreRules: '[].code [].codeStr [].id [].score',
  scoreSignRules: '[].continuous [].score',
  scoreSign: 'continuous',
  scoreTodaySignedInfo: 'continuous',
  scoreSignLogs: 'result[].continuous result[].dateAdd result[].score',
  scoreLogs: 'result[].behavior result[].dateAdd result[].remark result[].score result[].typeStr',
  growthLogs: 'result[].behavior result[].dateAdd result[].growth result[].remark result[].typeStr',
  growthLogsV2: 'result[].growthLeft',

  userAmount: 'balance freeze fxCommisionPaying growth score totleConsumed',
  userAmountV2: 'balance growth score totalRefundAmount totalScore totalWithdraw totleConsumed',
  rechargeSendRules: '[].confine [].loop [].send',
  wxpay: 'nonceStr package paySign prepayId sign signType timeStamp outTradeId',
  payLogs: '[].dateAdd [].dateUpdate [].money [].nextAction [].orderNo [].payGateStr [].remark [].status',
  payBillDiscounts: '[].consume [].discounts [].loop [].openScenePay',
  payBillV2: 'realMoney',
  cashLogsV2: 'result[].amount result[].behavior result[].dateAdd result[].remark result[].typeStr totalRow',
  cashLogsV3: 'result[].balance result[].id result[].type',
  withDrawLogs: '[].dateAdd [].id [].money [].number [].rejectionReason [].status [].statusStr',
  withDrawLogsV2: 'result[].dateAdd result[].money result[].rejectionReason result[].status result[].statusStr',
  invoiceList:
    'result[].amount result[].comName result[].consumption result[].dateAdd result[].email result[].file result[].id result[].status',
  depositList: 'result[].amount result[].dateAdd result[].id result[].number result[].status result[].statusStr',
  depositListV2: 'result[].amount result[].dateAdd result[].status result[].statusStr',
}

/** Whether an answer has it. */
export function hasField(answer: unknown, path: string): boolean {
  const [step = '', ...rest] = path.match(/[^.[\]{}]+|\[\]|\{\}/g) ?? []
  if (!step) return answer !== undefined
  if (typeof answer !== 'object' || answer === null) return false
  const below = rest.length ? rest.join('.').replaceAll('.[]', '[]').replaceAll('.{}', '{}') : ''
  if (step === '[]') return Array.isArray(answer) && answer.some(row => hasField(row, below))
  if (step === '{}') return Object.values(answer).some(value => hasField(value, below))
  return hasField((answer as Record<string, unknown>)[step], below)
}
