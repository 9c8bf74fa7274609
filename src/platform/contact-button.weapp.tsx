import { Button } from '@tarojs/components'
import type { ContactButtonProps } from './contact-button.h5'
import './share-button.scss'

/** Opens WeChat's conversation with the shop. */
export const ContactButton = ({ className, about, children }: ContactButtonProps) => (
  <Button
    className={`share-button ${className}`}
    openType="contact"
    {...(about && {
      showMessageCard: true,
      sendMessageTitle: about.title,
      sendMessagePath: about.path,
      sendMessageImg: about.picture,
    })}
  >
    {children}
  </Button>
)

/** Whether somebody can be reached though the shop keeper has given no other way. */
export const hasConversation = true
