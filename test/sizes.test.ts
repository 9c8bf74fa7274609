/** What a shopper's phone has to fetch before it shows anything. The budgets say what they are measured against. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../server/project-root'

const KB = 1000
const measured: { what: string; kB: string; budget: number }[] = []

function expectWithin(budget: number, what: string, bytes: number): void {
  measured.push({ what, kB: (bytes / KB).toFixed(1), budget })
  expect(bytes, `${what} measures nothing`).toBeGreaterThan(0)
  expect(bytes / KB, `${what}, kB`).toBeLessThanOrEqual(budget)
}

afterAll(() => {
  const rows = measured.map(
    ({ what, kB, budget }) => `${what.padEnd(44)} ${kB.padStart(7)} of ${String(budget).padStart(4)} kB`,
  )
  console.log(rows.join('\n'))
})

describe('the H5 storefront, compressed', () => {
  const folder = join(projectRoot, 'dist', 'h5')
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const entry = [...page.matchAll(/(?:src|href)="\/((?:js|css)\/[^"]+)"/g)].map(([, path = '']) => path)
  const home = chunksOf('pages/home/index')
  const sizeOf = (paths: readonly string[], extension: string) =>
    sum(
      paths
        .filter(path => path.endsWith(extension))
        .map(path => gzipSync(readFileSync(join(folder, path)), { level: 9 }).length),
    )

  it('starts with little JavaScript', () => {
    // React 18 with Taro's runtime takes about 100.
    expectWithin(108, 'H5: scripts of index.html', sizeOf(entry, '.js'))
  })

  it('needs little more for the home page', () => {
    expect(home.filter(path => path.endsWith('.js')).length, 'scripts of the home page').toBeGreaterThan(0)
    // Other storefronts take 273 (yudao-mall-uniapp) and 299 (Taro's plain template).
    expectWithin(140, 'H5: scripts until the home page is usable', sizeOf([...entry, ...home], '.js'))
  })

  it('styles the home page with little', () => {
    expect(home.filter(path => path.endsWith('.css')).length, 'styles of the home page').toBeGreaterThan(0)
    // yudao-mall-uniapp takes 106.
    expectWithin(20, 'H5: styles of the home page', sizeOf([...entry, ...home], '.css'))
  })

  /** What the router fetches before a page: chunks by number, whose files carry the hashes that the entry lists for them. */
  function chunksOf(path: string): string[] {
    const app = readFileSync(join(folder, entry.find(file => /^js\/app\./.test(file)) ?? ''), 'utf8')
    const load = app.split(`"path":"${path}","load":`)[1]?.split('.then(')[0] ?? ''
    const numbers = [...load.matchAll(/\.e\((\d+)\)/g)].map(([, number]) => number)
    const hashes = numbers.flatMap(number =>
      [...app.matchAll(new RegExp(`"${number}":"([0-9a-f]{8})"`, 'g'))].map(([, hash]) => hash),
    )
    return filesBelow(folder).filter(file => hashes.some(hash => new RegExp(`\\.${hash}\\.(js|css)$`).test(file)))
  }
})

describe('the mini-program', () => {
  const folder = join(projectRoot, 'dist', 'weapp')
  const { subPackages }: { subPackages: { root: string }[] } = JSON.parse(
    readFileSync(join(folder, 'app.json'), 'utf8'),
  )
  const roots = subPackages.map(({ root }) => `${root.replace(/\/$/, '')}/`)
  const files = filesBelow(folder)
  const isPicture = (path: string) => /\.(png|jpe?g|gif|webp|svg)$/.test(path)
  const sizeOf = (paths: readonly string[]) => sum(paths.map(path => statSync(join(folder, path)).size))
  const inMain = files.filter(path => !roots.some(root => path.startsWith(root)))

  it('has a small main package', () => {
    // wechat-app-mall takes 1100 minified, TDesign's retail template 900.
    expectWithin(600, 'mini-program: code of the main package', sizeOf(inMain.filter(path => !isPicture(path))))
  })

  it.each(roots)('has a small subpackage %s', root => {
    const code = files.filter(path => path.startsWith(root) && !isPicture(path))
    expectWithin(300, `mini-program: code of ${root}`, sizeOf(code))
  })

  it('is small with its pictures', () => {
    // WeChat takes 30 000 at most.
    expectWithin(4000, 'mini-program: everything', sizeOf(files))
  })

  it.each(['main', ...roots])('has no package that WeChat would refuse: %s', root => {
    const own = root === 'main' ? inMain : files.filter(path => path.startsWith(root))
    expect(sizeOf(own)).toBeLessThanOrEqual(2 * 1024 * KB)
  })
})

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
