/** Who sent somebody here: what links and codes carry, and what is read from them. */

/** Parameters of a page, as an address or a code brings them. */
export type Params = Partial<Record<string, string>>

/**
 * `?inviter=7`, `?inviter_id=7` of other WXAPI shops, or the second number of a code's scene, `12,7`: goods, inviter. Anything
 * else is nobody.
 */
export function inviterIn(params: Params): string | undefined {
  const given = params.inviter ?? params.inviter_id ?? sceneOf(params)[1]
  return given && /^[1-9]\d{0,14}$/.test(given) ? given : undefined
}

/** The product, or the group, that a page is about: by its address, or by the scene of a code. */
export const goodsIn = (params: Params): number => Number(params.id ?? sceneOf(params)[0])

/** The bargain that a page is about: on which terms, and whose; one's own when nobody is named. */
export function bargainIn(params: Params): { kjid: number; joiner: number | undefined } {
  const [kjid, joiner] = sceneOf(params)
  return { kjid: Number(params.kjid ?? kjid), joiner: Number(params.joiner ?? joiner) || undefined }
}

/** WeChat takes 32 characters. `0` is nobody. */
export const goodsScene = (goodsId: number, inviter: number | undefined): string => `${goodsId},${inviter ?? 0}`

/** Whoever asks friends for help has invited them, too. */
export const bargainScene = (kjid: number, joiner: number): string => `${kjid},${joiner}`

/** A launch has a scene, too: the number of the way that somebody came, which holds no comma. */
function sceneOf({ scene }: Params): string[] {
  const parts = decoded(scene ?? '').split(',')
  return parts.length === 2 ? parts : []
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
