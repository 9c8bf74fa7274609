/** What shoppers write to the shop: feedback, messages, comments on articles. */
import Type from 'typebox'
import { post } from './define'
import {
  Enum,
  ExtJson,
  FileUrl,
  Flag,
  Id,
  IdOrNone,
  NumberList,
  optional,
  Page,
  Paged,
  PageSize,
  row,
  Text,
  TextList,
  Time,
  Token,
} from './fields'

const Kind = Enum({ 0: 'message', 1: 'feedback', 2: 'on goods', 3: 'on an article' })

const CommentRow = row('Comment', {
  id: Id,
  uid: optional(Id),
  userId: Id,
  type: Kind,
  refId: IdOrNone,
  pid: IdOrNone,
  content: Type.String(),
  pics: Type.Array(FileUrl),
  extJson: ExtJson,
  mobile: optional(Type.String({ description: 'how to reach the writer; for the writer alone' })),
  status: Enum({ 0: 'for its writer alone', 1: 'shown to everybody' }),
  statusStr: Text,
  isReply: Type.Boolean({ description: 'the shop has answered' }),
  reply: optional(Type.String({ description: 'what the shop answered (ours)' })),
  dateReply: optional(Time),
  dateAdd: Time,
  commentUserInfo: optional(Type.Object({ id: Id, nick: Text, avatarUrl: FileUrl, province: Text, city: Text })),
})

const filter = {
  token: optional(Text),
  type: optional(Kind),
  refId: optional(IdOrNone),
  pid: optional(IdOrNone),
  uid: optional(Id),
  isReply: optional(Flag),
  status: optional(Enum({ 0: 'for its writer alone', 1: 'shown to everybody' })),
  st: optional(NumberList),
  showExtJson: optional(Flag),
  page: Page,
  pageSize: PageSize,
}

const commentListV2 = post('common:/{subDomain}/comment/list/v2', {
  about: "The caller's own, and those of others that the shop shows; the newest first",
  args: filter,
  data: Type.Object({
    ...Paged(CommentRow).properties,
    extJsonMap: Type.Record(Type.String(), ExtJson),
  }),
})

export const comment = {
  addComment: post('common:/{subDomain}/comment/add', {
    about: 'Write to the shop; without a token anonymously. What is written is for its writer until the shop shows it',
    args: {
      token: optional(Text),
      type: optional(Kind),
      refId: optional(IdOrNone),
      pid: optional(IdOrNone),
      content: Type.String({ minLength: 1, maxLength: 1000, message: '请写点什么，最多 1000 字' }),
      extJsonStr: optional(ExtJson),
      mobile: optional(Type.String({ maxLength: 50 })),
      pics: optional(TextList),
    },
    data: Type.Object({ id: Id }),
    refuses: ['commentTooMany', 'contentRisky'],
  }),
  commentList: post('api:/{subDomain}/comment/list', {
    about: "The caller's own, and those of others that the shop shows, as a bare list",
    args: filter,
    data: Type.Array(CommentRow),
  }),
  commentListV2,
  delComment: post('common:/{subDomain}/comment/del', {
    about: 'Delete what one has written',
    args: { token: Token, id: Id },
    refuses: ['noData'],
  }),
}
