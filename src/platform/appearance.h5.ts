import theme from '@/theme.json'

/** How pages look, as far as the shopper chooses. */
export interface Appearance {
  scheme: 'system' | 'light' | 'dark'
  size: 'usual' | 'large'
}

/** Attributes of the root say it: `app.scss`. The page's own script sets them before anything is drawn: `index.html`. */
export const appearanceClass = (_appearance: Appearance): string => ''

export function applyAppearance({ scheme, size }: Appearance): void {
  const { dataset } = document.documentElement
  if (scheme === 'system') delete dataset.scheme
  else dataset.scheme = scheme
  if (size === 'usual') delete dataset.size
  else dataset.size = size
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.media.includes('dark') ? 'dark' : 'light'
    meta.content = theme[scheme === 'system' ? own : scheme].paper
  }
}
