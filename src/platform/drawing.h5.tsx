import { useEffect, useRef } from 'react'

/** What a picture is drawn on. */
export interface Surface {
  context: CanvasRenderingContext2D
  /** A picture of the shop, ready to be drawn. */
  load(src: string): Promise<CanvasImageSource & { width: number; height: number }>
}

export interface DrawingProps {
  width: number
  height: number
  draw(surface: Surface): Promise<void>
  /** Where the picture is, for showing and keeping it. */
  onDrawn(path: string): void
  onFailed(reason: unknown): void
}

/** Draws a picture out of sight, once. */
export function Drawing({ width, height, draw, onDrawn, onFailed }: DrawingProps) {
  const latest = useRef({ draw, onDrawn, onFailed })
  latest.current = { draw, onDrawn, onFailed }
  useEffect(() => {
    let isWanted = true
    const make = async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height })
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no canvas')
      await latest.current.draw({ context, load })
      if (isWanted) latest.current.onDrawn(canvas.toDataURL('image/png'))
    }
    make().catch(reason => isWanted && latest.current.onFailed(reason))
    return () => {
      isWanted = false
    }
  }, [width, height])
  return null
}

function load(src: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    // A picture of another host that does not allow it would make the canvas unreadable.
    image.crossOrigin = 'anonymous'
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error(`no picture at ${src}`))
    image.src = src
  })
}
