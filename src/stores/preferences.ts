/** How somebody wants the shop to be on this phone. Kept here; the server knows nothing of it. */
import Taro from '@tarojs/taro'
import { create } from 'zustand'
import type { Appearance } from '@/platform/appearance'
import { loadEnglish } from '@/platform/english'
import { systemLanguage, tellLanguage } from '@/platform/system'
import { type Language, speak } from '@/texts'

const KEY = 'preferences'

export interface Choices extends Appearance {
  language: 'system' | Language
}

interface Preferences extends Choices {
  /** The language whose words are there: what pages show. */
  spoken: Language
  /** Changes a choice and keeps it. Fails, and changes nothing, when English cannot be fetched. */
  choose(choice: Partial<Choices>): Promise<void>
}

const unchosen: Choices = { language: 'system', scheme: 'system', size: 'usual' }

export const usePreferences = create<Preferences>((set, get) => ({
  ...unchosen,
  ...Taro.getStorageSync<Partial<Choices>>(KEY),
  spoken: 'zh',
  async choose(choice) {
    const { language } = { ...get(), ...choice }
    await learn(language === 'system' ? systemLanguage() : language)
    set(choice)
    Taro.setStorageSync(KEY, kept(get()))
  },
}))

/** At launch, before anything is shown where that is possible. */
export async function applyPreferences(): Promise<void> {
  const { language } = usePreferences.getState()
  await learn(language === 'system' ? systemLanguage() : language)
}

async function learn(language: Language): Promise<void> {
  speak(language, language === 'en' ? await loadEnglish() : {})
  tellLanguage(language)
  usePreferences.setState({ spoken: language })
}

const kept = ({ language, scheme, size }: Choices): Choices => ({ language, scheme, size })
