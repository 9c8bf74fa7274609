import { member } from '@/texts/zh/member'

export default definePageConfig({ navigationBarTitleText: member.partner.title, enablePullDownRefresh: true })
