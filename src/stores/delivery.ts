/** The address that the shopper chose for the checkout they are in; undefined means their default. */
import { create } from 'zustand'
import type { Address } from '@/api'

interface Delivery {
  chosen: Address | undefined
  choose(address: Address | undefined): void
}

export const useDelivery = create<Delivery>(set => ({
  chosen: undefined,
  choose: chosen => set({ chosen }),
}))
