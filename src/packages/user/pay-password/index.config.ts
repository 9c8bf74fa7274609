import { settings } from '@/texts/zh/settings'

export default definePageConfig({ navigationBarTitleText: settings.settings.payPassword.title })
