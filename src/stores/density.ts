/** Whether lists of goods show large pictures or rows: remembered on this phone. */
import Taro from '@tarojs/taro'
import { create } from 'zustand'

const KEY = 'goodsAsRows'

interface Density {
  isRows: boolean
  toggle(): void
}

export const useDensity = create<Density>((set, get) => ({
  isRows: Taro.getStorageSync(KEY) === true,
  toggle() {
    const isRows = !get().isRows
    Taro.setStorageSync(KEY, isRows)
    set({ isRows })
  },
}))
