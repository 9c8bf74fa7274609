import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.invoice.listTitle, enablePullDownRefresh: true })
