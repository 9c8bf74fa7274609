import { Text } from '@tarojs/components'
import './index.scss'

interface Props {
  tone?: 'accent' | 'pine' | 'gold' | 'plain'
  children: string | string[]
}

export const Tag = ({ tone = 'accent', children }: Props) => <Text className={`tag tag--${tone}`}>{children}</Text>
