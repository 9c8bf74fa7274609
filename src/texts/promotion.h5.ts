/** Words of the promotion subpackage, which come with it. In English they come with all the rest of it. */
import { withWords } from '.'
import { promotion } from './zh/promotion'

export const texts = withWords({ ...promotion })
