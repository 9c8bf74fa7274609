import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Banner } from '@/api'
import { Skeleton } from '@/components/Skeleton'
import { bannerTarget } from '@/lib/banner-target'
import type { Loaded } from '@/lib/use-load'
import { Carousel } from '@/platform/carousel'
import { Photo } from '@/platform/photo'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'

const PAUSE_MS = 5000

/** What the shop keeper puts first. The place is kept while it loads, and given up when there is nothing. */
export function Banners({ of: { data: rows, error } }: { of: Loaded<Banner[]> }) {
  const [current, setCurrent] = useState(0)
  if (!rows) return error ? null : <Skeleton height={148} radius={18} />
  if (rows.length === 0) return null
  return (
    <View className="banners">
      <Carousel label={texts.home.banners} pause={PAUSE_MS} onChange={setCurrent}>
        {rows.map(banner => (
          <Slide key={banner.id} banner={banner} />
        ))}
      </Carousel>
      {rows.length > 1 && (
        <View className="banners__dots">
          {rows.map(({ id }, i) => (
            <View key={id} className={`banners__dot ${i === current ? 'banners__dot--on' : ''}`} />
          ))}
        </View>
      )}
    </View>
  )
}

function Slide({ banner }: { banner: Banner }) {
  const [isShown, setShown] = useState(false)
  const { title, remark, action, picUrl, isDark } = banner
  const to = bannerTarget(banner)
  const named = { ...(to && { to }), ...(!title && remark && { label: remark }) }
  return (
    <Pressable className={`banner ${isDark === false ? 'banner--light' : ''}`} {...named}>
      <Photo
        className={`banner__photo ${isShown ? 'banner__photo--shown' : ''}`}
        src={picUrl}
        alt=""
        onShown={() => setShown(true)}
        onFailed={() => setShown(false)}
      />
      {title && (
        <View className="banner__words">
          {remark && <Text className="banner__remark">{remark}</Text>}
          <View className="banner__title">
            {phrasesOf(title).map(phrase => (
              <Text key={phrase} className="banner__phrase">
                {phrase}
              </Text>
            ))}
          </View>
          {action && <Text className="banner__action">{action}</Text>}
        </View>
      )}
    </Pressable>
  )
}

/** A title breaks where the shop keeper broke it, behind a comma or at a space, rather than inside a word. */
const phrasesOf = (title: string): string[] => title.match(/[^，,\s]+[，,]*/g) ?? [title]
