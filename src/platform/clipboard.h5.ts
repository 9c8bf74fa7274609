/** True when the text is on the clipboard. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** Without https, and in WeChat's own browser, only a selection can be copied. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.style.cssText = 'position:fixed;opacity:0'
  document.body.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  return isCopied
}

/** Whether the platform itself says that something was copied. */
export const saysCopied = false

/** What is on the clipboard; undefined where the browser does not tell. */
export const pastedText = (): Promise<string | undefined> =>
  navigator.clipboard?.readText?.().catch(() => undefined) ?? Promise.resolve(undefined)
