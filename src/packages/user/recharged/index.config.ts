import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.recharge.title })
