/** Words of the goods subpackage, which come with it. In English they come with all the rest of it. */
import { withWords } from '.'
import { goods } from './zh/goods'

export const texts = withWords({ ...goods })
