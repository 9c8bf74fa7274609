import { useEffect, useState } from 'react'
import { type Address, asMe, wxapi } from '@/api'
import { say } from '@/stores/saying'
import { texts } from '@/texts/user'

/** Long enough to read the line and to change one's mind. */
const UNDO_MS = 6000

/** Deletes at once, without asking, and for a while offers to take it back. */
export function useUndo(reload: () => Promise<void>) {
  const [deleted, setDeleted] = useState<Address>()
  useEffect(() => {
    if (!deleted) return
    const timer = setTimeout(() => setDeleted(undefined), UNDO_MS)
    return () => clearTimeout(timer)
  }, [deleted])

  const remove = async (address: Address) => {
    try {
      await asMe(token => wxapi.deleteAddress(token, address.id))
      setDeleted(address)
      await reload()
    } catch (error) {
      say(error)
    }
  }
  const undo = async () => {
    if (!deleted) return
    setDeleted(undefined)
    try {
      await asMe(token => wxapi.addAddress({ token, ...fieldsOf(deleted) }))
      say(texts.address.undone)
      await reload()
    } catch (error) {
      say(error)
    }
  }
  return { deleted, remove, undo }
}

const fieldsOf = (address: Address) => {
  const { linkMan, mobile, provinceId, cityId, districtId, streetId, code, isDefault, latitude, longitude } = address
  const place = { provinceId, cityId, districtId, streetId, address: address.address, code }
  return {
    linkMan,
    mobile,
    ...place,
    isDefault,
    ...(latitude !== undefined && longitude !== undefined && { latitude, longitude }),
  }
}
