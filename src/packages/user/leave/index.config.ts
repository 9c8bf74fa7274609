import { texts } from '@/texts'

export default definePageConfig({ navigationBarTitleText: texts.leave.title })
