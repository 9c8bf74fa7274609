import { score } from '@/texts/zh/score'

export default definePageConfig({ navigationBarTitleText: score.score.sign, enablePullDownRefresh: true })
