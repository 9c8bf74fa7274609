/** The third-party interfaces, one line each. */
import { type Interface, type ThirdParty, thirdParty } from '../../contract/third-party'
import type { Mounting } from '../http/routes'
import { type InterfaceHandler, interfaceScope, serveInterface } from './frame'
import { auth, oauth, users } from './logins'
import { qrcode, spreadQrcode } from './qrcode'
import { sendSms } from './send-sms'
import { shareConfig } from './share-config'
import { template } from './template'
import { serveWechatPush } from './wechat-push'

type InterfaceHandlers = { [Name in keyof ThirdParty]: InterfaceHandler<ThirdParty[Name]> }

const handlers: InterfaceHandlers = {
  qrcode,
  spreadQrcode,
  shareConfig,
  template,
  oauth,
  auth,
  users,
  sendSms,
}

export function mountThirdParty(mounting: Mounting): void {
  serveWechatPush(mounting.app, mounting.services)
  interfaceScope(mounting.app, scope => {
    for (const [name, entry] of Object.entries<Interface>(thirdParty)) {
      serveInterface(scope, mounting, entry, handlers[name as keyof ThirdParty] as InterfaceHandler<Interface>)
    }
  })
}
