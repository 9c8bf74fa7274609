/** What became of a picture that somebody wanted to keep. `askAgain`: they once said no, and only settings help. */
export type Kept = 'kept' | 'refused' | 'askAgain'

/** Downloads it. WeChat's browser takes no download: there a long press keeps the picture itself. */
export async function keepPicture(path: string, name: string): Promise<Kept> {
  const link = document.createElement('a')
  link.href = path
  link.download = `${name}.png`
  link.click()
  return 'kept'
}

export const openAlbumSettings = async (): Promise<void> => {}

/** Whether a button keeps pictures; else a long press does. */
export const canKeep = !/MicroMessenger/i.test(navigator.userAgent)
