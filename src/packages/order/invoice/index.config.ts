import { invoice } from '@/texts/zh/invoice'

export default definePageConfig({ navigationBarTitleText: invoice.invoice.title })
