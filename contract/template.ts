/** Messages that WeChat brings to shoppers who have asked for them. */
import Type from 'typebox'
import { get, post } from './define'
import { Count, row, Text, TextList, Token } from './fields'

export const template = {
  wxTemplateNumberList: get('common:/{subDomain}/wxTemplateNumber/list', {
    about: 'The templates that the shop sends, by event, and how many messages of each the shopper has asked for',
    args: [{ token: Token }],
    data: Type.Array(
      row('MessageTemplate', {
        event: Type.String({ description: 'paid, shipped, refunded (ours)' }),
        templateId: Text,
        number: Count,
      }),
    ),
  }),
  wxTemplateNumberSubscribe: post('common:/{subDomain}/wxTemplateNumber/subscribe', {
    about: 'The shopper allowed WeChat to bring one message of each of these templates',
    args: { token: Token, templateIds: TextList },
  }),
}
