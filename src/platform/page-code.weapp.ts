import Taro from '@tarojs/taro'
import { dataOf, wxapi } from '@/api'
import type { CodedPage } from './page-code.h5'

const WIDTH = 430

/** The address of a picture that leads to the page when it is photographed: in the same version as the one that runs. */
export function codeOf({ page, scene }: CodedPage): Promise<string> {
  const { envVersion } = Taro.getAccountInfoSync().miniProgram
  return dataOf(wxapi.wxaQrcode({ page, scene, width: WIDTH, env_version: envVersion, check_path: false }))
}
