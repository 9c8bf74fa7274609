import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/** Writes the title where the platform shows it. A page that lies below another one waits until it is in front again. */
export function useTitle(title: string): void {
  const isShown = useRef(true)
  const write = () => {
    if (title && isShown.current) Taro.setNavigationBarTitle({ title })
  }
  useDidShow(() => {
    isShown.current = true
    write()
  })
  useDidHide(() => {
    isShown.current = false
  })
  useEffect(write, [title])
}
