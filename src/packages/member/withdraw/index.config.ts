import { member } from '@/texts/zh/member'

export default definePageConfig({ navigationBarTitleText: member.withdraw.title, enablePullDownRefresh: true })
