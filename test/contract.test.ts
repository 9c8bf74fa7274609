/** The contract against what follows from it: handlers, tests, client, reference. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isDeclined } from '../contract/define'
import { staleFiles } from '../contract/generate/files'
import { methods } from '../contract/generate/methods'
import { reference } from '../contract/reference'
import { projectRoot } from '../server/project-root'
import { filesOf, textOf } from './support/sources'

const namesOf = (list: typeof methods) => list.map(({ name }) => name)

describe('every domain of the contract', () => {
  const domains = [...new Set(methods.map(({ domain }) => domain))]

  it.each(domains)('%s has one handler for each method, and none besides', async domain => {
    const path = join(projectRoot, 'server', 'domains', domain, 'handlers.ts')
    const handlers = (await import(/* @vite-ignore */ path))[`${domain}Handlers`]
    const handled = methods.filter(method => method.domain === domain && !method.twin && !isDeclined(method))
    expect(Object.keys(handlers).sort()).toEqual(namesOf(handled).sort())
  })

  it('shares no name with another', () => {
    const names = namesOf(methods)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })
})

describe('every method', () => {
  /** The SDK's tour of all methods only shows that each is reached; what it promises needs a test of its own. */
  it('is called by a test that knows what to expect', () => {
    const tests = filesOf('.test.ts').filter(path => /^test\/(api|journeys)\//.test(path))
    const called = new Set(
      tests.flatMap(path => [...textOf(path).matchAll(/\bwxapi\s*\.(\w+)\(/g)].map(([, name]) => name)),
    )
    expect(namesOf(methods).filter(name => !called.has(name))).toEqual([])
  })
})

describe('what is generated', () => {
  it('is up to date; if not, `npm run contract`', () => {
    expect(staleFiles()).toEqual([])
  })
})

describe('docs/api/README.md', () => {
  const page = textOf('docs/api/README.md')
  const documented = Object.values(reference).flat()
  const declined = new Set(namesOf(methods.filter(isDeclined)))
  const known = new Set(namesOf(methods))
  const signOf = (name: string) => (declined.has(name) ? '✗' : known.has(name) ? '✓' : '·')

  /** `✓ [name](page.md#name)` is served, `✗ [name](…)` always refused, `· name` not there. */
  const rows = Object.fromEntries(
    [...page.matchAll(/^\| (.+?) \| ([✓✗·].*) \|$/gm)].map(([, section = '', cell = '']) => [
      section,
      [...cell.matchAll(/([✓✗·]) \[?(\w+)/g)].map(([, sign, name = '']) => ({ name, sign })),
    ]),
  )
  const listed = Object.values(rows).flat()

  it('lists the methods of every section of the reference, each once', () => {
    const names = Object.fromEntries(
      Object.entries(rows).map(([section, row]) => [section, row.map(({ name }) => name)]),
    )
    expect(names).toEqual(reference)
    expect(new Set(documented).size).toBe(documented.length)
  })

  it('says of each truly whether it is served, or only refused', () => {
    expect(listed.filter(({ name, sign }) => sign !== signOf(name))).toEqual([])
    expect(listed.some(({ sign }) => sign === '✗')).toBe(true)
  })

  it('links each known one to where it is told about', () => {
    const links = [...page.matchAll(/\[(\w+)\]\((\w+\.md)#(\w+)\)/g)]
    const told = links.filter(([, name, file, anchor]) => {
      const heading = new RegExp(`^## ${name}$`, 'm')
      return heading.test(textOf(`docs/api/${file}`)) && anchor === name?.toLowerCase()
    })
    expect(told.map(([, name]) => name).sort()).toEqual([...known].sort())
  })

  it('counts right', () => {
    const counts = /^(\d+) of the (\d+) methods .* and (\d+) further names/m.exec(page)?.slice(1).map(Number)
    const numberOf = (of: string) => listed.filter(({ sign }) => sign === of).length
    const beyond = known.size - numberOf('✓') - numberOf('✗')
    expect(counts).toEqual([numberOf('✓'), documented.length, beyond])
    expect(page).toContain(`\n${numberOf('✗')} more are known and always refused`)
    expect(page.split('## Beyond the reference')[1]?.match(/\[\w+\]/g)).toHaveLength(beyond)
  })
})
