/** The phones people have are older than the language of their programs: from 2017 on they can read what is built. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../server/project-root'
import { textOf } from './support/sources'

/** Chrome 61 and iOS 11; `babel.config.js` says the same. */
const LEVEL = 2017

/** Methods that came later, and are sometimes met in code of 2017. */
const LATER =
  /\.(at|flat|flatMap|fromEntries|matchAll|replaceAll|finally|allSettled|any|trimStart|trimEnd|findLast|findLastIndex|toSorted|toReversed|toSpliced|hasOwn|groupBy|canParse|replaceChildren|structuredClone)\(/g

const folder = join('dist', 'h5')
const scripts = [
  ...readdirSync(join(projectRoot, folder, 'js')).map(name => join('js', name)),
  join('static', 'old-phones.js'),
].filter(path => path.endsWith('.js'))

const readable = (text: string): string => {
  try {
    parse(text, { ecmaVersion: LEVEL })
    return 'can be read'
  } catch (error) {
    return String(error)
  }
}

describe('the H5 storefront on an old phone', () => {
  it.each(scripts)('can be read: %s', path => {
    expect(readable(textOf(join(folder, path)))).toBe('can be read')
  })

  it('can be read in the page itself', () => {
    const inline = [...textOf(join(folder, 'index.html')).matchAll(/<script>([\s\S]*?)<\/script>/g)]
    expect(inline.length).toBeGreaterThan(0)
    for (const [, text = ''] of inline) expect(readable(text)).toBe('can be read')
  })

  it('asks for no method that it has not and is not lent', () => {
    const lent = [...textOf('src/old-phones.ts').matchAll(/^lend\([\w.]+, '(\w+)'/gm)].map(([, name = '']) => name)
    const used = new Set(
      scripts.flatMap(path => [...textOf(join(folder, path)).matchAll(LATER)].map(([, name = '']) => name)),
    )
    expect(used.size, 'the pattern finds nothing').toBeGreaterThan(0)
    expect([...used].filter(name => !lent.includes(name))).toEqual([])
  })

  it.each(['const a = b?.c', 'try {} catch {}', 'const a = { ...b }', 'class A { b = 1 }'])('would notice %s', text => {
    expect(readable(text)).not.toBe('can be read')
  })
})
