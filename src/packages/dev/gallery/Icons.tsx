import { View } from '@tarojs/components'
import { Icon, type IconName } from '@/components/Icon'
import { Part } from './Part'

export const Icons = () => (
  <Part name="Icons">
    <View className="gallery__icons">
      {(Object.keys(icons) as IconName[]).map(name => (
        <Icon key={name} name={name} />
      ))}
    </View>
  </Part>
)

/** All of them: one that is missing here does not compile. */
const icons: Record<IconName, true> = {
  home: true,
  grid: true,
  cart: true,
  person: true,
  search: true,
  back: true,
  right: true,
  down: true,
  up: true,
  close: true,
  check: true,
  plus: true,
  minus: true,
  heart: true,
  'heart-full': true,
  copy: true,
  pin: true,
  wallet: true,
  card: true,
  box: true,
  truck: true,
  pen: true,
  trash: true,
  bell: true,
  picture: true,
  cloud: true,
  clock: true,
  ticket: true,
  info: true,
  filter: true,
  out: true,
  wechat: true,
  rows: true,
  tiles: true,
  share: true,
  chat: true,
  play: true,
  download: true,
  link: true,
  phone: true,
  article: true,
  message: true,
  shield: true,
  thumb: true,
  gift: true,
  settings: true,
  return: true,
  receipt: true,
  lock: true,
}
