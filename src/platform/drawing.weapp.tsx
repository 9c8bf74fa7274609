import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import type { DrawingProps, Surface } from './drawing.h5'

type Node = Taro.Canvas & { width: number; height: number }

const ID = 'drawing'

/** Draws a picture out of sight, once. */
export function Drawing({ width, height, draw, onDrawn, onFailed }: DrawingProps) {
  const latest = useRef({ draw, onDrawn, onFailed })
  latest.current = { draw, onDrawn, onFailed }
  useEffect(() => {
    let isWanted = true
    const make = async () => {
      const canvas = await canvasNode()
      Object.assign(canvas, { width, height })
      const context = canvas.getContext('2d') as unknown as CanvasRenderingContext2D
      await latest.current.draw({ context, load: src => load(canvas, src) })
      const { tempFilePath } = await Taro.canvasToTempFilePath({
        canvas,
        width,
        height,
        destWidth: width,
        destHeight: height,
      })
      if (isWanted) latest.current.onDrawn(tempFilePath)
    }
    make().catch(reason => isWanted && latest.current.onFailed(reason))
    return () => {
      isWanted = false
    }
  }, [width, height])
  return (
    <Canvas
      type="2d"
      id={ID}
      canvasId={ID}
      style={{ position: 'fixed', left: '-9999px', top: 0, width: `${width}px`, height: `${height}px` }}
    />
  )
}

/** Laid out a moment after React is done. */
function canvasNode(): Promise<Node> {
  return new Promise((resolve, reject) => {
    Taro.nextTick(() => {
      Taro.createSelectorQuery()
        .select(`#${ID}`)
        .fields({ node: true })
        .exec(([found]) => (found?.node ? resolve(found.node) : reject(new Error('no canvas'))))
    })
  })
}

function load(canvas: Node, src: string): ReturnType<Surface['load']> {
  return new Promise((resolve, reject) => {
    const image = canvas.createImage()
    image.onload = () => resolve(image as unknown as HTMLImageElement)
    image.onerror = () => reject(new Error(`no picture at ${src}`))
    image.src = src
  })
}
