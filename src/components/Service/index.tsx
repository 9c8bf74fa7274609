import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Cell } from '@/components/Cell'
import { Sheet } from '@/components/Sheet'
import { copied } from '@/lib/copied'
import { ContactButton, type ContactButtonProps, hasConversation } from '@/platform/contact-button'
import { openOutside, telephone } from '@/platform/telephone'
import { useShop } from '@/stores/shop'
import { texts } from '@/texts'
import './index.scss'

/** Whether there is anybody to ask. */
export const useHasService = (): boolean =>
  useShop(({ service: { phone, wechat, url } }) => hasConversation || Boolean(phone || wechat || url))

/** Asks the shop: WeChat's conversation in a mini-program, the shop's telephone, WeChat number or chat page in a browser. */
export function Service({ className, about, children }: Omit<ContactButtonProps, 'onAsk'> & { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  const service = useShop(shop => shop.service)
  return (
    <>
      <ContactButton className={className} about={about} onAsk={() => setOpen(true)}>
        {children}
      </ContactButton>
      <ServiceSheet isOpen={isOpen} onClose={() => setOpen(false)} {...service} />
    </>
  )
}

interface Ways {
  /** Empty where the shop keeper gave none, as the others. */
  phone: string
  wechat: string
  url: string
}

export const ServiceSheet = ({ isOpen, onClose, phone, wechat, url }: Ways & { isOpen: boolean; onClose(): void }) => (
  <Sheet isOpen={isOpen} onClose={onClose} title={texts.service.title}>
    <View className="service">
      {url && (
        <Cell icon="chat" name={texts.service.chat} onPress={() => openOutside(url)}>
          {texts.service.chatHint}
        </Cell>
      )}
      {phone && (
        <Cell icon="phone" name={texts.service.phone} onPress={() => telephone(phone)}>
          {phone}
        </Cell>
      )}
      {wechat && (
        <Cell icon="wechat" name={texts.service.wechat} onPress={() => copied(wechat)}>
          {texts.service.wechatHint(wechat)}
        </Cell>
      )}
    </View>
  </Sheet>
)
