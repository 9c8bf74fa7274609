import { money } from '@/texts/zh/money'

export default definePageConfig({ navigationBarTitleText: money.recharge.title })
