import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'

interface Children {
  children: ReactNode
}

/** Components of one kind. `name` also finds it for its picture: `scripts/pictures/design.ts`. */
export const Part = ({ name, children }: Children & { name: string }) => (
  <View className={`gallery__part gallery__part--${name.toLowerCase()}`}>
    <Text className="gallery__name">{name}</Text>
    {children}
  </View>
)

/** One state, and what it is. */
export const State = ({ is, children }: Children & { is: string }) => (
  <View className="gallery__state">
    <Text className="gallery__is">{is}</Text>
    {children}
  </View>
)

export const Row = ({ children }: Children) => <View className="gallery__row">{children}</View>

export const Card = ({ children }: Children) => <View className="gallery__card">{children}</View>

/** A page as wide as the phone and so high: what is fixed to the edges of a page is fixed to those of the stage. */
export const Stage = ({ height, children }: Children & { height?: number }) => (
  <View className="gallery__stage" style={height ? { height: `calc(${height}px * var(--type))` } : {}}>
    {children}
  </View>
)

export const nothing = () => {}
