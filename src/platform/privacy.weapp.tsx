import { Button } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { askForPrivacy } from '@/stores/privacy'
import type { AgreeButtonProps } from './privacy.h5'
import './avatar-chooser.scss'

/** WeChat wants to know by the button's id that a finger was there. */
const ID = 'agree-to-privacy'

/** Before anything of the shopper's is touched, WeChat asks us to ask them. */
export function watchPrivacy(): void {
  Taro.onNeedPrivacyAuthorization(resolve => {
    askForPrivacy(isAgreed => resolve(isAgreed ? { event: 'agree', buttonId: ID } : { event: 'disagree' }))
  })
}

/** The terms as WeChat keeps them. */
export const openPrivacyTerms = async (): Promise<unknown> => Taro.openPrivacyContract()

export const AgreeButton = ({ className, onAgree, children }: AgreeButtonProps) => (
  <Button
    id={ID}
    className={`avatar-chooser ${className}`}
    openType="agreePrivacyAuthorization"
    onAgreePrivacyAuthorization={onAgree}
  >
    {children}
  </Button>
)
