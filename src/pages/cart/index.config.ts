import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.cart.title, enablePullDownRefresh: true })
