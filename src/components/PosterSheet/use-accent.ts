import { useShop } from '@/stores/shop'

const USUAL_ACCENT = '#c8381a'

/** The shop's colour, as it is in the light: posters have no other. */
export const useAccent = (): string => useShop(({ accent }) => accent?.light.accent) ?? USUAL_ACCENT
