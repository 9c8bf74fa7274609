/** Uploaded files. Pictures also answer with `_m` behind the address: a thumbnail. */
import Type from 'typebox'
import { post, upload } from './define'
import { Count, FileUrl, Id, optional, row, Text, Time, Token } from './fields'

const FileRow = row('UploadedFile', {
  id: Id,
  key: Text,
  url: FileUrl,
  originalName: Text,
  type: Text,
  size: Count,
  dateAdd: Time,
})

const ExpireHours = optional(Type.Integer({ minimum: 1, maximum: 87_600, description: 'deleted after so many hours' }))

export const file = {
  uploadFile: upload('api:/{subDomain}/dfs/upload/file', {
    about: 'Store a file of the device; pictures only, 10 MB at most',
    args: [{ token: Token }, { upfile: Text }, { expireHours: ExpireHours }],
    data: FileRow,
    refuses: ['fileMissing', 'fileTooLarge', 'fileType', 'fileQuota'],
  }),
  uploadFileV2: upload('oss:/upload2', {
    about: 'The same on the storage host, where the shop travels as a field',
    args: [{ token: Token }, { upfile: Text }, { expireHours: ExpireHours }, { subDomain: optional(Text) }],
    data: FileRow,
    refuses: ['fileMissing', 'fileTooLarge', 'fileType', 'fileQuota', 'shopUnknown'],
  }),
  uploadFileFromUrl: post('api:/{subDomain}/dfs/upload/url', {
    about: 'Fetch a picture from the web and store it',
    args: [
      { remoteFileUrl: Type.String({ pattern: '^https?://', maxLength: 1000 }) },
      { ext: optional(Text) },
      { token: optional(Token) },
    ],
    data: FileRow,
    refuses: ['fileUnreachable', 'fileTooLarge', 'fileType', 'fileQuota'],
  }),
  uploadFileList: post('api:/{subDomain}/dfs/upload/list', {
    about: "The caller's own files",
    args: [{ path: optional(Text) }, { token: optional(Token) }],
    data: Type.Array(FileRow),
  }),
}
