import { useState } from 'react'
import { type Address, type Branch, listOf, wxapi } from '@/api'
import { useLoad } from '@/lib/use-load'
import { useShop } from '@/stores/shop'

/** WXAPI's words: sent by express, or fetched. */
export type Way = 'kd' | 'zq'

export interface Person {
  linkMan: string
  mobile: string
}

export interface PickUp {
  isOffered: boolean
  way: Way
  setWay(way: Way): void
  /** Those that hand out, the nearest first once it is known where the shopper is. */
  branches: Branch[]
  branch: Branch | undefined
  choose(id: number): void
  person: Person
  changePerson(part: Partial<Person>): void
  locate(point: { latitude: number; longitude: number }): Promise<void>
}

/** Fetching at a branch, for shops that hand out. `address`: who usually gets the goods. */
export function usePickUp(address: Address | undefined, canBeSent: boolean): PickUp {
  const handsOut = useShop(shop => shop.handsOut)
  const [way, setWay] = useState<Way>('kd')
  const [chosen, choose] = useState<number>()
  const [told, setTold] = useState<Partial<Person>>({})
  const known = useLoad(async () => (handsOut ? branchesAt() : []), [handsOut])
  const branches = known.data ?? []
  const person = { linkMan: address?.linkMan ?? '', mobile: address?.mobile ?? '', ...told }
  return {
    isOffered: canBeSent && branches.length > 0,
    way,
    setWay,
    branches,
    branch: branches.find(({ id }) => id === chosen) ?? branches[0],
    choose,
    person,
    changePerson: part => setTold(before => ({ ...before, ...part })),
    async locate({ latitude, longitude }) {
      known.replace(await branchesAt({ curlatitude: latitude, curlongitude: longitude }))
    },
  }
}

const branchesAt = async (from: { curlatitude?: number; curlongitude?: number } = {}): Promise<Branch[]> =>
  (await listOf(wxapi.fetchShops(from))).filter(({ openZiqu }) => openZiqu)

/** The fields of an order that is fetched. */
export const pickedUpAt = ({ branch, person }: PickUp) => ({
  peisongType: 'zq',
  isCanHx: true,
  linkMan: person.linkMan.trim(),
  mobile: person.mobile.trim(),
  ...(branch && { shopIdZt: branch.id, shopNameZt: branch.name }),
})
