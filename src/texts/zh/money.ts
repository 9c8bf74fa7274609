import { shared } from './shared'

/** 中文：余额、充值。 */
export const money = {
  recharge: {
    ...shared.recharge,
    balance: '余额',
    howMuch: '充多少',
    gift: (amount: string) => `送 ${amount}`,
    own: '其他金额',
    ownHint: (least: string) => `${least} 起，单位元`,
    wrong: (least: string) => `请填写 ${least} 以上的金额，最多两位小数`,
    pay: (amount: string) => `充值 ${amount}`,
    payAndGet: (amount: string, total: string) => `充值 ${amount}，到账 ${total}`,
    rules: '余额只能在本店使用，赠送的金额不能提现。充值即同意',
    outcomes: {
      waiting: { title: '正在确认支付', text: '通常几秒钟就好，请不要重复付款' },
      paid: { title: '充值成功', text: '已经到账' },
      unpaid: { title: '还没有收到付款', text: '如果已经付过，稍等片刻再查一次' },
      closed: { title: '这笔充值已关闭', text: '没有扣款，可以重新充值' },
    },
    balanceNow: (amount: string) => `现在的余额是 ${amount}`,
    anew: '重新充值',
    seeLog: '看余额明细',
  },

  cashLog: {
    title: '余额明细',
    kinds: {
      0: '充值',
      2: '支付订单',
      3: '退款',
      4: '店家调整',
      6: '分销佣金',
      8: '到店买单',
      9: '赠送',
      11: '提现申请',
      12: '提现退回',
      100: '支付押金',
      101: '押金退回',
      110: '购买会员',
      111: '购买分销资格',
      112: '购买团队长',
      140: '积分兑换',
      150: '购买优惠券',
    },
    after: (amount: string) => `余 ${amount}`,
    empty: '还没有记录',
    emptyText: '充值、付款、退款都会记在这里',
  },
}
