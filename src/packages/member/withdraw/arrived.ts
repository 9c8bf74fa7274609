import { asMe, wxapi } from '@/api'

const AGREED = 3
const PAUSE_MS = 1500
const TRIES = 6

/** Waits until WeChat Pay has told the shop that the receiver has the money, but not for long: the list says it later, too. */
export async function arrived(id: number): Promise<void> {
  for (let asked = 0; asked < TRIES; asked += 1) {
    const { status } = await asMe(token => wxapi.withDrawDetailV2({ token, id }))
    if (status !== AGREED) return
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS))
  }
}
