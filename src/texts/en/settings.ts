import type { settings as zh } from '../zh/settings'
import { shared } from './shared'

/** English: settings. */
export const settings: typeof zh = {
  settings: {
    ...shared.settings,
    system: 'System',
    language: 'Language',
    languages: { zh: '中文', en: 'English' },
    scheme: 'Appearance',
    schemes: { light: 'Light', dark: 'Dark' },
    size: 'Text size',
    sizes: { usual: 'Standard', large: 'Large' },
    sizeHint: 'Words and buttons grow together, easy to read and to hit',
    kept: 'Kept pages',
    keptHint: 'What you have seen opens faster, and without a network',
    clear: 'Clear',
    cleared: kilobytes => `${kilobytes} KB cleared`,
    version: 'Version',
    logOut: 'Log out',
    logOutAsk: 'Log out of this account?',
    loggedOut: 'Logged out',
  },
}
