import { raiseAlarm } from '../../server/alarms'
import { type Command, readArguments } from './context'

const usage = ''

export const alarm: Command = {
  usage,
  about: '发一条测试告警，看 ALARM_WEBHOOK 通不通 / raise an alarm to try the webhook; the running server tells it',
  async run(args, shop) {
    const { shop: name } = readArguments(args, usage, [])
    const merchant = await shop.merchant(name)
    const text = '这是一条测试告警，收到就说明设置正确。'
    await shop.database.transaction(tx =>
      raiseAlarm(tx, { merchantId: merchant.id, key: `trial:${shop.now.getTime()}`, text }, shop.now),
    )
    console.log('已交给服务器发送 / the running server will tell it')
  },
}
