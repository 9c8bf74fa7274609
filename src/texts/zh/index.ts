/**
 * 中文。短、准、有人味：说发生了什么，以及接下来可以怎么做。这里是主包的；分包的词随分包来，见 `texts/goods`、`order`、`user`。
 */
import { cart } from './cart'
import { common } from './common'
import { home } from './home'
import { me } from './me'
import { shared } from './shared'

export const zh = { ...common, ...home, ...cart, ...me, ...shared }
