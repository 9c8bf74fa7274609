/** Where a chart's line runs. Pictures are masks: the colour is the page's own, in the light and in the dark. */
import { max, nice, ticks } from 'd3-array'
import { area, curveMonotoneX, line } from 'd3-shape'

export interface Plot {
  /** Addresses of pictures that are stretched over the plot. */
  line: string
  area: string
  /** Evenly apart, the lowest first. */
  marks: number[]
  /** Where a point stands, in percent from the left and from the bottom. */
  at(i: number): { left: number; bottom: number }
}

const WIDTH = 320
const HEIGHT = 120
/** Half a stroke and a bit: no part of the line is cut. */
const EDGE = 3
const MARKS = 3

/** Of amounts over time, none below zero. */
export function plotOf(values: readonly number[]): Plot {
  const [, top] = nice(0, max(values) || 1, MARKS)
  const x = (i: number) => ((i + 0.5) / values.length) * WIDTH
  const y = (value: number) => HEIGHT - EDGE - (value / top) * (HEIGHT - 2 * EDGE)
  const points = values.map((value, i): [number, number] => [x(i), y(value)])
  const stroke = line().curve(curveMonotoneX)(points) ?? ''
  const ground = area().curve(curveMonotoneX).y0(HEIGHT)(points) ?? ''
  return {
    line: picture(
      `<path d="${stroke}" fill="none" stroke="#000" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round" vector-effect="non-scaling-stroke"/>`,
    ),
    area: picture(`<path d="${ground}"/>`),
    marks: ticks(0, top, MARKS),
    at: i => ({ left: (x(i) / WIDTH) * 100, bottom: (1 - y(values[i] ?? 0) / HEIGHT) * 100 }),
  }
}

const picture = (drawn: string): string =>
  `url("data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">${drawn}</svg>`,
  )}")`
