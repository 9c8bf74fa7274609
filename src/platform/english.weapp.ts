import type { Texts } from '@/texts'
import { en } from '@/texts/en'

/** A mini-program has all of its main package before it starts. */
export const loadEnglish = async (): Promise<Texts> => en
