import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.favourites.title, enablePullDownRefresh: true })
