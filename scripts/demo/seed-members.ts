/** Levels with prices and gifts, and distribution with people in it, so that each page about them shows life. */
import { fen } from '../../contract/money'
import { bindTo } from '../../server/domains/fx/belonging'
import { setTerms } from '../../server/domains/fx/keeper'
import { approve, VISITORS } from '../../server/domains/fx/sellers'
import { type LevelDraft, saveLevel, setLevelPrice } from '../../server/domains/level/keeper'
import { listLevels } from '../../server/domains/level/store'
import { joinTeam } from '../../server/domains/partner/joining'
import { makeLeader, makePartner, setTerms as setTeamTerms } from '../../server/domains/partner/keeper'
import { setScoreRule } from '../../server/domains/score/keeper'
import type { Seeding } from './seed'

const DAYS = 0
const MONTHS = 1
const YEARS = 2

/** By rank: what brings a level, what it brings. */
const TERMS: ReadonlyArray<Partial<LevelDraft>> = [
  { upgrade_growth: 2000, upgrade_score: 50 },
  { upgrade_fen: fen(500_000), upgrade_score: 200, month_score: 100 },
  { month_score: 300 },
]
const PRICES = [
  [],
  [
    { duration: 7, unit: DAYS, priceFen: fen(190) },
    { duration: 1, unit: MONTHS, priceFen: fen(990) },
    { duration: 1, unit: YEARS, priceFen: fen(8800) },
  ],
  [{ duration: 1, unit: YEARS, priceFen: fen(19_800) }],
]

export async function seedMembers({ tx, merchantId, now }: Seeding, userIds: readonly number[]): Promise<void> {
  const levels = await listLevels(tx, merchantId)
  for (const [i, { id: levelId, name, rank, rebate_bp }] of levels.entries()) {
    await saveLevel(tx, merchantId, { name, rank, rebate_bp, ...TERMS[Math.min(i, TERMS.length - 1)] })
    for (const price of PRICES[i] ?? []) await setLevelPrice(tx, merchantId, { levelId, ...price })
  }
  await setScoreRule(tx, merchantId, 'consumeGrowth', { score: 1, perFen: 100 })
  await setTerms(tx, merchantId, {
    can_apply: 1,
    can_buy: 1,
    price_fen: fen(9900),
    rate1_bp: 1000,
    rate2_bp: 500,
    rate3_bp: 200,
    visitors: VISITORS.belong,
  })
  const [seller, ...others] = userIds
  if (seller === undefined) return
  await approve(tx, merchantId, seller, now)
  for (const userId of others.slice(0, 3)) await bindTo(tx, merchantId, { userId, uid: seller, trace: false }, now)
  await seedTeams({ tx, merchantId, now }, others)
}

/** A partner with a leader below, whose team has members. */
async function seedTeams(
  { tx, merchantId, now }: Pick<Seeding, 'tx' | 'merchantId' | 'now'>,
  userIds: readonly number[],
) {
  await setTeamTerms(tx, merchantId, { is_open: 1, partner_bp: 200, leader_bp: 500, leader_price_fen: fen(19_900) })
  const [partnerId, leaderId, ...members] = userIds
  if (partnerId === undefined || leaderId === undefined) return
  await makePartner(tx, merchantId, partnerId, now)
  await makeLeader(tx, merchantId, { userId: leaderId, partnerId }, now)
  for (const userId of members) await joinTeam(tx, merchantId, { userId, uid: leaderId }, now)
}
