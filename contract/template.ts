/** Messages that WeChat brings to shoppers who have asked for them. */
import Type from 'typebox'
import { get, post } from './define'
import { Count, ExtJson, optional, row, Text, TextList, Token, Word } from './fields'

export const template = {
  wxTemplateNumberList: get('common:/{subDomain}/wxTemplateNumber/list', {
    about: 'The templates that the shop sends, by event, and how many messages of each the shopper has asked for',
    args: [{ token: Token }],
    data: Type.Array(
      row('MessageTemplate', {
        event: Type.String({ description: 'paid, shipped, finished, refunded, bargain, group (ours)' }),
        templateId: Text,
        number: Count,
      }),
    ),
  }),
  wxTemplateNumberSubscribe: post('common:/{subDomain}/wxTemplateNumber/subscribe', {
    about: 'The shopper allowed WeChat to bring one message of each of these templates',
    args: { token: Token, templateIds: TextList },
  }),
  addTempleMsgFormid: post('api:/{subDomain}/template-msg/wxa/formId', {
    about:
      'What clients of the former template messages collected. WeChat has ended them, so nothing is kept: consent is asked for by wxTemplateNumberSubscribe',
    args: [{ token: Token }, { type: Word('form', 'pay') }, { formId: Text }],
  }),
  sendTempleMsg: post('api:/{subDomain}/template-msg/put', {
    about:
      'The shopper wants one message of a template of the shop, which is sent when what it tells of happens; the words are the shop’s. Another template is refused with 700, and so is one to be sent at once',
    args: {
      token: Token,
      template_id: Text,
      module: optional(Text),
      business_id: optional(Text),
      trigger: optional(Text),
      type: optional(Text),
      url: optional(Text),
      postJsonString: optional(ExtJson),
    },
    refuses: ['noData'],
  }),
}
