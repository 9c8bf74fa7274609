import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { dataOrNone, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Logo } from '@/components/Logo'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { dayText } from '@/lib/dates'
import { useLoad } from '@/lib/use-load'
import { RichText } from '@/platform/rich-text'
import { usePreferences } from '@/stores/preferences'
import { useShop } from '@/stores/shop'
import { en } from '@/texts/legal/en'
import { zh } from '@/texts/legal/zh'
import { texts } from '@/texts/user'
import './index.scss'

type Key = keyof typeof zh
const isKnown = (key: string): key is Key => key in zh

/** A single page of the shop: what its keeper wrote, or what usually holds where they wrote nothing. */
export default function SinglePage() {
  const key = useRouter().params.key ?? 'about'
  const written = useLoad(async () => ({ info: (await dataOrNone(wxapi.cmsPage(key)))?.info }), [key])
  const title = isKnown(key) ? texts.singlePages[key] : (written.data?.info?.title ?? '')
  return (
    <Page title={title}>
      <View className="writing">
        <Show of={written} skeleton={<Skeletons />}>
          {({ info }) =>
            info ? (
              <>
                <Text className="writing__title">{info.title}</Text>
                <Text className="writing__about">{texts.singlePages.updated(dayText(info.dateUpdate))}</Text>
                <RichText html={info.content} />
              </>
            ) : (
              <Usual page={key} />
            )
          }
        </Show>
      </View>
    </Page>
  )
}

function Usual({ page }: { page: string }) {
  const name = useShop(shop => shop.name)
  const language = usePreferences(({ spoken }) => spoken)
  if (!isKnown(page)) return <Empty icon="article" title={texts.errors.gone} />
  return (
    <>
      {page === 'about' && <Logo size={56} />}
      <Text className="writing__title">{page === 'about' ? name : texts.singlePages[page]}</Text>
      <Text className="writing__about">{page === 'about' ? '' : name}</Text>
      <RichText html={(language === 'en' ? en : zh)[page](escaped(name))} />
    </>
  )
}

const escaped = (name: string): string => name.replace(/&/g, '&amp;').replace(/</g, '&lt;')

const Skeletons = () => (
  <>
    <Skeleton width="50%" height={28} gap={10} />
    <Skeleton width="30%" height={14} gap={24} />
    {[1, 2, 3, 4, 5, 6].map(i => (
      <Skeleton key={i} height={16} gap={12} />
    ))}
  </>
)
