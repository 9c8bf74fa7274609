import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.refund.detailTitle, enablePullDownRefresh: true })
