import { reading } from '@/texts/zh/reading'

export default definePageConfig({ navigationBarTitleText: reading.articles.title, enablePullDownRefresh: true })
