/** What a shopper thinks of one line of an order. */
export interface Opinion {
  stars: number
  remark: string
  pics: readonly string[]
}

export const MOST_PICTURES = 6
export const MOST_STARS = 5

/** Content unless they say otherwise. */
export const noOpinion: Opinion = { stars: MOST_STARS, remark: '', pics: [] }

/** The server keeps stars, and good, medium or bad. */
export function reputationOf(id: number, { stars, remark, pics }: Opinion) {
  const reputation = stars >= 4 ? 2 : stars === 3 ? 1 : 0
  return {
    id,
    reputation,
    reputationNumber: stars,
    ...(remark.trim() && { remark: remark.trim() }),
    ...(pics.length && { pics: [...pics] }),
  } as const
}
