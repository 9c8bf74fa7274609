import Taro from '@tarojs/taro'
import { create } from 'zustand'

const KEY = 'token'

interface Session {
  token: string | undefined
  signIn(token: string): void
  signOut(): void
}

export const useSession = create<Session>(set => ({
  token: Taro.getStorageSync<string>(KEY) || undefined,
  signIn(token) {
    Taro.setStorageSync(KEY, token)
    set({ token })
  },
  signOut() {
    Taro.removeStorageSync(KEY)
    set({ token: undefined })
  },
}))

/** For code outside components. */
export const session = useSession.getState

export const useIsSignedIn = (): boolean => useSession(({ token }) => token !== undefined)
