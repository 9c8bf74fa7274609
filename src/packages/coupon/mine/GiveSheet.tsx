import { Text, View } from '@tarojs/components'
import { asMe, type Coupon, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Failed } from '@/components/Failed'
import { Sheet } from '@/components/Sheet'
import { Skeleton } from '@/components/Skeleton'
import { copied } from '@/lib/copied'
import { faceText } from '@/lib/coupon-face'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { linkOf, ShareButton } from '@/platform/share-button'
import { texts } from '@/texts/coupon'

interface Props {
  coupon: Coupon | undefined
  onClose(): void
  /** It is offered now. */
  onChange(): unknown
}

/** Offers a coupon when it opens: what is sent on must already be good when the friend taps it. */
export function GiveSheet({ coupon, onClose, onChange }: Props) {
  const offer = useLoad(async () => {
    if (!coupon) return undefined
    return asMe(token => wxapi.couponsShareOpen(token, coupon.id))
  }, [coupon?.id])
  const close = () => {
    onClose()
    onChange()
  }
  const path = offer.data && pages.couponGift(offer.data)
  const link = path && linkOf(path)
  return (
    <Sheet isOpen={coupon !== undefined} onClose={close} title={texts.coupon.giveTitle}>
      <View className="give-coupon">
        <Text className="give-coupon__text">{texts.coupon.giveText}</Text>
        {offer.error && !offer.data && <Failed error={offer.error} onRetry={offer.reload} />}
        {!offer.error && !path && <Skeleton height={48} radius={24} />}
        {coupon && path && (
          <View className="give-coupon__ways">
            <ShareButton
              className="give-coupon__send"
              title={texts.coupon.giveShare(faceText(coupon, texts.coupon))}
              path={path}
              onPressed={close}
            >
              <Text>{texts.coupon.giveSend}</Text>
            </ShareButton>
            {link && (
              <Button
                kind="line"
                onPress={() => {
                  copied(link)
                  close()
                }}
              >
                {texts.coupon.giveLink}
              </Button>
            )}
          </View>
        )}
      </View>
    </Sheet>
  )
}
