/** Less is the browser's own bar that comes and goes. */
const LEAST = 120

/**
 * iOS lays its keyboard over the page instead of making the page shorter. How much it hides becomes `--keyboard`, which bars
 * and sheets at the bottom stand on (`fixed-bottom`), and the field that is filled in is brought back into sight.
 */
export function watchKeyboard(): void {
  const screen = window.visualViewport
  if (!screen) return
  const { style, dataset } = document.documentElement
  const measure = () => {
    // Pinched larger, a page hides more than a keyboard does.
    const hidden = screen.scale > 1.01 ? 0 : window.innerHeight - screen.height - screen.offsetTop
    const isOpen = hidden >= LEAST
    const wasOpen = 'keyboard' in dataset
    if (isOpen) style.setProperty('--keyboard', `${Math.round(hidden)}px`)
    else style.removeProperty('--keyboard')
    if (isOpen === wasOpen) return
    if (isOpen) dataset.keyboard = ''
    else delete dataset.keyboard
    if (isOpen) document.activeElement?.scrollIntoView({ block: 'nearest' })
  }
  screen.addEventListener('resize', measure)
  screen.addEventListener('scroll', measure)
}
