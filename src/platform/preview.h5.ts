import { texts } from '@/texts'

/** Shows pictures large, one of them first; they are swiped, and left by a tap, the way back, or Escape. */
export function previewPictures(urls: readonly string[], current: string): void {
  const before = document.activeElement
  const viewer = Object.assign(document.createElement('div'), { className: 'preview', tabIndex: -1 })
  viewer.setAttribute('role', 'dialog')
  viewer.setAttribute('aria-modal', 'true')
  viewer.setAttribute('aria-label', texts.preview.title)
  const rail = Object.assign(document.createElement('div'), { className: 'preview__rail' })
  for (const url of urls) {
    const slide = Object.assign(document.createElement('div'), { className: 'preview__slide' })
    slide.append(Object.assign(document.createElement('img'), { className: 'preview__picture', src: url, alt: '' }))
    rail.append(slide)
  }
  const count = Object.assign(document.createElement('p'), { className: 'preview__count' })
  const close = Object.assign(document.createElement('button'), {
    className: 'preview__close',
    type: 'button',
    textContent: '×',
  })
  close.setAttribute('aria-label', texts.close)
  viewer.append(rail, count, close)
  document.body.append(viewer)

  const index = () => Math.round(rail.scrollLeft / (rail.clientWidth || 1))
  const tell = () => {
    count.textContent = urls.length > 1 ? `${index() + 1} / ${urls.length}` : ''
  }
  const leave = () => {
    removeEventListener('keydown', onKey)
    removeEventListener('popstate', leave)
    viewer.remove()
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  }
  const onKey = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') leave()
    if (key === 'ArrowLeft' || key === 'ArrowRight')
      rail.scrollTo({ left: (index() + (key === 'ArrowLeft' ? -1 : 1)) * rail.clientWidth })
  }
  rail.scrollTo({ left: Math.max(0, urls.indexOf(current)) * rail.clientWidth, behavior: 'instant' })
  tell()
  rail.addEventListener('scroll', tell)
  viewer.addEventListener('click', leave)
  addEventListener('keydown', onKey)
  addEventListener('popstate', leave)
  close.focus({ preventScroll: true })
}
