import { promotion } from '@/texts/zh/promotion'

export default definePageConfig({ navigationBarTitleText: promotion.groups.title, enablePullDownRefresh: true })
