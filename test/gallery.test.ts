/** No component without its place in the gallery, which `test/h5/gallery.test.ts` opens in a browser. */
import { describe, expect, it } from 'vitest'
import { filesOf, textOf } from './support/sources'

const FOLDER = 'src/components/'
const files = filesOf('.tsx')
const components = files.filter(path => path.startsWith(FOLDER)).map(path => ({ path, text: textOf(path) }))
const gallery = files
  .filter(path => path.startsWith('src/packages/dev/gallery/'))
  .map(textOf)
  .join('\n')

/** `Button` of `<Button kind="soft">`. */
const drawnIn = (text: string): string[] => [...text.matchAll(/<([A-Z]\w*)[\s/<>]/g)].map(([, name = '']) => name)
const exportedBy = (text: string): string[] =>
  [...text.matchAll(/^export (?:const|function) ([A-Z][a-z]\w*)/gm)].map(([, name = '']) => name)
const folderOf = (path: string) => path.slice(FOLDER.length).split('/')[0] ?? ''

/** What the gallery draws, what that draws in turn, and so on. */
function seen(): Set<string> {
  const names = new Set(drawnIn(gallery))
  for (const name of names) {
    const source = components.find(({ text }) => exportedBy(text).includes(name))
    for (const inner of source ? drawnIn(source.text) : []) names.add(inner)
  }
  return names
}

describe('the gallery of components', () => {
  const drawn = new Set(drawnIn(gallery))
  const shown = seen()

  it('draws something of every folder of components by itself', () => {
    const folders = [...new Set(components.map(({ path }) => folderOf(path)))]
    expect(folders.length).toBeGreaterThan(40)
    const isDrawn = (folder: string) =>
      components.some(({ path, text }) => folderOf(path) === folder && exportedBy(text).some(name => drawn.has(name)))
    expect(folders.filter(folder => !isDrawn(folder))).toEqual([])
  })

  it('shows every component, by itself or in another', () => {
    // One that only reads a store shows itself in what it draws.
    const isShown = (name: string, text: string) =>
      shown.has(name) || drawnIn(text).some(inner => exportedBy(text).includes(inner) && drawn.has(inner))
    const missing = components.flatMap(({ text }) => exportedBy(text).filter(name => !isShown(name, text)))
    expect(missing).toEqual([])
  })
})
