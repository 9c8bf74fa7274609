import { Text, View } from '@tarojs/components'
import type { Category } from '@/api'
import { Picture } from '@/components/Picture'
import { Skeleton } from '@/components/Skeleton'
import { pages } from '@/lib/pages'
import type { Loaded } from '@/lib/use-load'
import { Pressable } from '@/platform/pressable'

const MOST = 10

/** The main categories, five in a row; room for two rows is kept until they are known. */
export function Categories({ of: { data, error } }: { of: Loaded<Category[]> }) {
  if (!data) return error ? null : <Skeletons />
  const roots = data.filter(({ pid, isUse }) => pid === 0 && isUse).slice(0, MOST)
  if (roots.length === 0) return null
  return (
    <View className="home__categories">
      {roots.map(({ id, name, icon }) => (
        <Pressable key={id} className="home__category" to={pages.goodsList({ categoryId: id, title: name })}>
          <Picture src={icon} size={52} radius={18} />
          <Text className="home__category-name">{name}</Text>
        </Pressable>
      ))}
    </View>
  )
}

const Skeletons = () => (
  <View className="home__categories">
    {Array.from({ length: MOST }, (_, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: places, not things
      <View key={i} className="home__category">
        <Skeleton width={52} height={52} radius={18} />
        <View className="home__category-name">
          <Skeleton width={36} height={12} />
        </View>
      </View>
    ))}
  </View>
)
