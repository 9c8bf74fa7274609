import { probeWeilian } from '../../../server/gateways/weilian/probe'
import { CommandError } from '../context'
import { accountOf, troubleText } from './account'
import type { Desk } from './desk'

/** Which of the two labels the supplier's token wants, found with calls that only read. */
export async function probe({ shop }: Desk): Promise<void> {
  const account = accountOf(shop)
  const probes = await probeWeilian(account)
  for (const { label, outcome, goods } of probes)
    console.log(`${label.padEnd(14)} ${troubleText(outcome)}${goods === undefined ? '' : `，${goods} 件商品 / goods`}`)
  const right = probes.find(({ outcome }) => outcome === 'right')
  if (!right) throw new CommandError('两种写法都没有通过 / neither label is right')
  console.log(
    right.label === account.tokenTimeLabel
      ? '现在的设置就是对的 / the setting is right as it is'
      : `请设置 / please set WEILIAN_TOKEN_TIME_LABEL=${right.label}`,
  )
}
