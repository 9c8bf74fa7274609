/** What can be added to a product, as it was chosen. Pure. */
import { type Fen, fen } from '../../../contract/money'
import { orRefuse, Refusal } from '../../http/refusal'
import type { AdditionGroup } from './shapes'

export interface Chosen {
  id: number
  pid: number
}

export interface Addition extends Chosen {
  name: string
  groupName: string
  priceFen: Fen
}

/** The chosen additions with names and prices. Refuses unknown ones, two where one is allowed, and a missing required one. */
export function chosenAdditions(groups: readonly AdditionGroup[], chosen: readonly Chosen[]): Addition[] {
  const distinct = [...new Map(chosen.map(one => [`${one.pid}:${one.id}`, one])).values()]
  for (const group of groups) {
    const count = distinct.filter(({ pid }) => pid === group.id).length
    if (group.required && count === 0) throw new Refusal('additionRequired', `请选择${group.name}`)
    if (!group.several && count > 1) throw new Refusal('additionInvalid', `${group.name}只能选一项`)
  }
  return distinct
    .map(one => orRefuse(offered(groups, one), 'additionInvalid'))
    .sort((a, b) => a.pid - b.pid || a.id - b.id)
}

/** Additions that were chosen a while ago, at the prices of now; nothing when one of them is offered no longer. */
export function additionsNow(groups: readonly AdditionGroup[], chosen: readonly Addition[]): Addition[] | undefined {
  const now = chosen.flatMap(one => {
    const found = offered(groups, one)
    return found && found.name === one.name ? [found] : []
  })
  return now.length === chosen.length ? now : undefined
}

function offered(groups: readonly AdditionGroup[], { id, pid }: Chosen): Addition | undefined {
  const group = groups.find(one => one.id === pid)
  const item = group?.items.find(one => one.id === id)
  return group && item && { id, pid, name: item.name, groupName: group.name, priceFen: item.priceFen }
}

export const additionsFen = (additions: readonly Addition[]): Fen =>
  fen(additions.reduce((sum, { priceFen }) => sum + priceFen, 0))

/** As WXAPI spells them. */
export const additionAnswers = (additions: readonly Addition[]) =>
  additions.map(({ id, pid, name, groupName, priceFen }) => ({ id, pid, name, pname: groupName, price: priceFen }))
