/** What the phone is set to. */
export const systemLanguage = (): 'zh' | 'en' => (/^zh\b/i.test(navigator.language) ? 'zh' : 'en')

/** For screen readers, hyphenation and the browser's offer to translate. */
export function tellLanguage(language: 'zh' | 'en'): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}
