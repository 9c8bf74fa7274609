import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { CSSProperties, ReactNode } from 'react'
import { NavBar } from '@/components/NavBar'
import { OfflineLine } from '@/components/OfflineLine'
import { PrivacySheet } from '@/components/PrivacySheet'
import { Saying } from '@/components/Saying'
import { type Tab, TabBar } from '@/components/TabBar'
import { useInFront } from '@/lib/page-hooks'
import { appearanceClass, applyAppearance } from '@/platform/appearance'
import { drawsTitle } from '@/platform/frame'
import { type ShareCard, useShareCard } from '@/platform/share-card'
import { usePreferences } from '@/stores/preferences'
import { useShop } from '@/stores/shop'
import './index.scss'

interface Props {
  title: string
  /** The tab this page is. */
  tab?: Tab
  /**
   * `plain`: the platform's bar or ours. `clear`: ours over the page. `festive`: ours in the accent, above a head in the
   * same. `none`: the page has its own head.
   */
  bar?: 'plain' | 'clear' | 'festive' | 'none'
  solidity?: number
  action?: ReactNode
  /** What WeChat's browser passes on; without it the shop's front. */
  card?: ShareCard
  className?: string
  children: ReactNode
}

/** What every page stands in: ground, title, the shop's accent, what is said and asked. */
export function Page({ title, tab, bar = 'plain', solidity = 0, action, card, className = '', children }: Props) {
  const accent = useShop(shop => shop.accent)
  const scheme = usePreferences(preferences => preferences.scheme)
  const size = usePreferences(preferences => preferences.size)
  const appearance = { scheme, size }
  useInFront(() => {
    if (title) Taro.setNavigationBarTitle({ title })
  }, [title])
  useInFront(() => applyAppearance(appearance), [scheme, size])
  useShareCard(card)

  const isDrawn = bar === 'clear' || bar === 'festive' || (bar === 'plain' && !drawsTitle)
  return (
    <View
      className={`page ${accent ? 'page--own-accent' : ''} ${bar === 'festive' ? 'page--festive' : ''} ${appearanceClass(appearance)} ${className}`}
      style={accentStyle(accent)}
    >
      {isDrawn && (
        <NavBar title={title} hasBack={!tab} solidity={bar === 'clear' ? solidity : undefined} action={action} />
      )}
      {children}
      <OfflineLine isBelowBar={bar === 'plain' && drawsTitle} />
      {tab && <TabBar current={tab} />}
      <Saying />
      <PrivacySheet />
    </View>
  )
}

type Accents = ReturnType<typeof useShop.getState>['accent']

function accentStyle(accent: Accents): CSSProperties {
  if (!accent) return {}
  const tones = Object.entries(accent).flatMap(([scheme, { accent, deep, wash, on }]) => [
    [`--own-${scheme}`, accent],
    [`--own-${scheme}-deep`, deep],
    [`--own-${scheme}-wash`, wash],
    [`--own-${scheme}-on`, on],
  ])
  return Object.fromEntries(tones)
}
