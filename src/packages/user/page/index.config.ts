import { reading } from '@/texts/zh/reading'

export default definePageConfig({ navigationBarTitleText: reading.singlePages.about })
