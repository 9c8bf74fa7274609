import { goods } from '@/texts/zh/goods'

export default definePageConfig({ navigationBarTitleText: goods.bought.title, enablePullDownRefresh: true })
