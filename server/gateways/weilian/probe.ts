import { GatewayError } from '../error'
import { createWeilian, type WeilianSettings } from './index'
import type { WeilianAccount } from './token'

type Label = WeilianAccount['tokenTimeLabel']

/** What the supplier says to the credentials under each label, by a call that only reads. */
export interface Probe {
  label: Label
  /** `right`, or the name of the trouble: `credentials` means that this label, or the account, is wrong. */
  outcome: string
  /** How many goods it showed. */
  goods?: number
}

/** Finds which label the token wants. What the gateway throws is an outcome here. */
export async function probeWeilian(settings: WeilianSettings): Promise<Probe[]> {
  const probes: Probe[] = []
  for (const label of ['creation_time', 'ctime'] as const) {
    const weilian = createWeilian({ ...settings, tokenTimeLabel: label })
    probes.push(
      await weilian.goods().then(
        goods => ({ label, outcome: 'right', goods: goods.length }),
        error => ({ label, outcome: troubleOf(error) }),
      ),
    )
    await weilian.end()
  }
  return probes
}

function troubleOf(error: unknown): string {
  if (error instanceof GatewayError) return error.code
  throw error
}
