import { user } from '@/texts/zh/user'

export default definePageConfig({ navigationBarTitleText: user.feedback.title, enablePullDownRefresh: true })
