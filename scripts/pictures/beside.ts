import sharp, { type Sharp } from 'sharp'

export interface Shot {
  picture: Buffer
  width: number
  height: number
}

export async function shotOf(screen: Buffer, scale = 1): Promise<Shot> {
  const { width = 0 } = await sharp(screen).metadata()
  const { data, info } = await sharp(screen)
    .resize({ width: Math.round(width * scale) })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { picture: data, width: info.width, height: info.height }
}

/** Rows of pictures as one, so much room between them, and around them on a ground where one is given. */
export function beside(rows: readonly (readonly Shot[])[], gap: number, ground?: string): Sharp {
  const around = ground ? gap : 0
  const heights = rows.map(row => Math.max(...row.map(({ height }) => height)))
  const widths = rows.map(row => sum(row.map(({ width }) => width)) + gap * (row.length - 1))
  const size = {
    width: Math.max(...widths) + around * 2,
    height: sum(heights) + gap * (rows.length - 1) + around * 2,
  }
  const placed = rows.flatMap((row, y) =>
    row.map(({ picture }, x) => ({
      input: picture,
      left: around + sum(row.slice(0, x).map(({ width }) => width)) + gap * x,
      top: around + sum(heights.slice(0, y)) + gap * y,
    })),
  )
  const background = ground ?? { r: 0, g: 0, b: 0, alpha: 0 }
  return sharp({ create: { ...size, channels: 4, background } })
    .composite(placed)
    .webp({ quality: 72, effort: 6 })
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
