import { goods } from '@/texts/zh/goods'

export default definePageConfig({ navigationBarTitleText: goods.search.title })
