/** `138****1418`: enough to know a number by, on a screen that others may see. */
export const hiddenMobile = (mobile: string): string => mobile.replace(/^(.{3}).{4}/, '$1****')
