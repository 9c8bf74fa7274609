/** Codes as pictures: black on white whatever the scheme, because scanners need it so. */
import { encode } from 'uqr'
import { code128 } from './code-128'

/** A QR code as the address of a picture. */
export function qrPicture(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  return pictureOf(size, size, data)
}

/** A barcode, `size.height` modules high. */
export function barPicture(text: string, height = 30): string {
  const modules = code128(text)
  return pictureOf(modules.length, height, Array(1).fill(modules), height)
}

/** One path for all that is dark: runs of each row. */
function pictureOf(width: number, height: number, rows: ReadonlyArray<readonly boolean[]>, rowHeight = 1): string {
  const path = rows.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v${rowHeight}h-${length}z`),
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" shape-rendering="crispEdges"><path d="${path.join('')}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

function runsOf(row: readonly boolean[]): Array<[x: number, length: number]> {
  const runs: Array<[number, number]> = []
  row.forEach((isDark, x) => {
    const last = runs.at(-1)
    if (!isDark) return
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  })
  return runs
}
