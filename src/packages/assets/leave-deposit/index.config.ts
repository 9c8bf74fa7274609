import { assets } from '@/texts/zh/assets'

export default definePageConfig({ navigationBarTitleText: assets.leaveDeposit.title })
