import { expect, it } from 'vitest'
import { bodyFor } from './webhook'

const notice = { text: '供货商余额不足', facts: { shop: '小铺', alarm: 'weilian:low' } }

it.each([
  ['qyapi.weixin.qq.com', { msgtype: 'text', text: { content: notice.text } }],
  ['oapi.dingtalk.com', { msgtype: 'text', text: { content: notice.text } }],
  ['open.feishu.cn', { msg_type: 'text', content: { text: notice.text } }],
  ['hooks.example.com', { text: notice.text, shop: '小铺', alarm: 'weilian:low' }],
  ['notfeishu.cn', { text: notice.text, shop: '小铺', alarm: 'weilian:low' }],
])('a notice is written as %s reads it', (hostname, body) => {
  expect(bodyFor(hostname, notice)).toEqual(body)
})
