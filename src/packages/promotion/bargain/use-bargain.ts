import { useState } from 'react'
import { asMe, asMeIfSignedIn, dataOf, wxapi } from '@/api'
import { useLoad } from '@/lib/use-load'
import { useMyId } from '@/lib/use-my-id'
import { say } from '@/stores/saying'
import { useSession } from '@/stores/session'

/** A bargain with its product; one's own is started when the address names nobody. */
export function useBargain(kjid: number, joiner: number | undefined) {
  const token = useSession(session => session.token)
  const myId = useMyId()
  const [isBusy, setBusy] = useState(false)
  const loaded = useLoad(() => readBargain(kjid, joiner), [kjid, joiner, token])
  const isMine = joiner === undefined || joiner === myId

  const act = async (action: () => Promise<unknown>) => {
    setBusy(true)
    try {
      await action()
      await loaded.reload()
    } catch (error) {
      say(error)
      await loaded.reload()
    }
    setBusy(false)
  }
  return { loaded, isMine, myId, isBusy, act }
}

export type Bargain = Awaited<ReturnType<typeof readBargain>>

async function readBargain(kjid: number, joiner: number | undefined) {
  const uid = joiner ?? (await asMe(token => wxapi.kanjiaJoin(token, kjid))).uid
  const detail = await dataOf(wxapi.kanjiaDetail(kjid, uid))
  const [goods, [set], own] = await Promise.all([
    dataOf(wxapi.goodsDetail(detail.kanjiaInfo.goodsId)),
    dataOf(wxapi.kanjiaSet(String(detail.kanjiaInfo.goodsId))).then(sets => sets.filter(({ id }) => id === kjid)),
    asMeIfSignedIn(token => wxapi.kanjiaHelpDetail(token, kjid, uid)),
  ])
  return { ...detail, goods, set, ownCut: own?.cutPrice, uid }
}
