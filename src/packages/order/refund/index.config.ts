import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.refund.title })
