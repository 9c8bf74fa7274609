import { reading } from '@/texts/zh/reading'

export default definePageConfig({ navigationBarTitleText: reading.notices.title, enablePullDownRefresh: true })
