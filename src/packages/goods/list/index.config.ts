import { goods } from '@/texts/zh/goods'

export default definePageConfig({ navigationBarTitleText: goods.goodsList.title, enablePullDownRefresh: true })
