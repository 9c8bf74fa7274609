import { dataOf, wxapi } from '@/api'

export interface CodedPage {
  /** With its query. */
  path: string
  /** The page alone, without a slash before it. */
  page: string
  /** What a mini-program code carries instead of a query. */
  scene: string
}

const WIDTH = 320

/** The address of a picture that leads to the page when it is photographed. */
export const codeOf = ({ path }: CodedPage): Promise<string> =>
  dataOf(wxapi.commonQrcode({ content: new URL(path, window.location.origin).href, width: WIDTH }))
