import { en } from '@/texts/en'

/** A mini-program has all of its main package before it starts; subpackages bring their own words in both languages. */
export const loadEnglish = async (): Promise<object> => en
