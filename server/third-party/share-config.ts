import type { ThirdParty } from '../../contract/third-party'
import { jsConfig } from '../domains/wechat/js-config'
import type { InterfaceHandler } from './frame'

export const shareConfig: InterfaceHandler<ThirdParty['shareConfig']> = ({ url }, guest) => jsConfig(guest, url)
