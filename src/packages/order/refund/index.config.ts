import { refund } from '@/texts/zh/refund'

export default definePageConfig({ navigationBarTitleText: refund.refund.title })
