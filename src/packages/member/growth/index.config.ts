import { member } from '@/texts/zh/member'

export default definePageConfig({ navigationBarTitleText: member.level.growthLog, enablePullDownRefresh: true })
