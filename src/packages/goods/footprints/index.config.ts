import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.footprints.title, enablePullDownRefresh: true })
