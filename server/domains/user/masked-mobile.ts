/** `138****8000`, for those who know somebody without having their number. */
export const maskedMobile = (mobile: string | null): string => (mobile ?? '').replace(/^(.{3}).*(.{4})$/, '$1****$2')
