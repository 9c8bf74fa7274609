import type { goods } from '../../../contract/goods'
import type { Handlers } from '../../http/handlers'
import { boughtHandlers } from './bought'
import { catalogueHandlers } from './catalogue'
import { favouriteHandlers } from './favourites'
import { openingHandlers } from './openings'
import { reviewHandlers } from './reviews'
import { sellingHandlers } from './selling'
import { videoHandlers } from './videos'

export const goodsHandlers: Handlers<typeof goods> = {
  ...catalogueHandlers,
  ...favouriteHandlers,
  ...openingHandlers,
  ...reviewHandlers,
  ...boughtHandlers,
  ...sellingHandlers,
  ...videoHandlers,
}
