import { user } from '@/texts/zh/user'

export default definePageConfig({ navigationBarTitleText: user.leave.title })
