import { assets } from '@/texts/zh/assets'

export default definePageConfig({ navigationBarTitleText: assets.bill.title })
