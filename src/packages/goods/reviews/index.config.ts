import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.goods.allReviews, enablePullDownRefresh: true })
