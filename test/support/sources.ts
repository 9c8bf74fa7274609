/** Our own source files as the compiler reads them: who imports what, and how. Paths are from the repository's root. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { type ParserPlugin, parse } from '@babel/parser'
import { type ImportDeclaration, isFunction, type Node, VISITOR_KEYS } from '@babel/types'
import { projectRoot } from '../../server/project-root'

export interface Import {
  /** `contract/money`, `server/gateways/index` for files of ours; `typebox/value` for what a package offers. */
  readonly to: string
  readonly isOurs: boolean
  /** Nothing of it is there when the program runs. */
  readonly isType: boolean
}

export interface Source {
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
  readonly holdsAny: boolean
  /** Uses `texts` when the file is loaded, outside of every function. */
  readonly readsTextsAtOnce: boolean
  /** What stands in quotes or between tags. */
  readonly strings: readonly string[]
}

const TREES = ['config', 'contract', 'scripts', 'server', 'simulators', 'src', 'test']

/** Every file of the trees whose name ends in one of these, and those beside the trees. */
export function filesOf(...extensions: string[]): string[] {
  const inTrees = TREES.flatMap(tree =>
    readdirSync(join(projectRoot, tree), { recursive: true, encoding: 'utf8' }).map(path =>
      posix.join(tree, ...path.split(sep)),
    ),
  )
  return [...readdirSync(projectRoot), ...inTrees].filter(path => extensions.some(end => path.endsWith(end))).sort()
}

export const textOf = (path: string): string => readFileSync(join(projectRoot, path), 'utf8')

export function sourceOf(path: string): Source {
  const text = textOf(path)
  const imports: Import[] = []
  const strings: string[] = []
  let holdsAny = false
  let readsTextsAtOnce = false
  const visit = (node: Node, isLater = false): void => {
    const imported = importOf(node)
    if (imported) imports.push({ ...resolved(path, imported.specifier), isType: imported.isType })
    holdsAny ||= node.type === 'TSAnyKeyword'
    readsTextsAtOnce ||= !isLater && node.type === 'MemberExpression' && isTexts(node.object)
    strings.push(...wordsOf(node))
    for (const child of childrenOf(node)) visit(child, isLater || isFunction(node))
  }
  const plugins: ParserPlugin[] = path.endsWith('x') ? ['typescript', 'jsx'] : ['typescript']
  visit(parse(text, { sourceType: 'module', plugins }).program)
  return { path, text, imports, holdsAny, readsTextsAtOnce, strings }
}

function childrenOf(node: Node): Node[] {
  const fields = VISITOR_KEYS[node.type] ?? []
  return fields.flatMap(field => (node as unknown as Record<string, Node | Node[] | null>)[field] ?? []).filter(Boolean)
}

const isTexts = (node: Node) => node.type === 'Identifier' && node.name === 'texts'

function wordsOf(node: Node): string[] {
  if (node.type === 'StringLiteral' || node.type === 'DirectiveLiteral' || node.type === 'JSXText') return [node.value]
  return node.type === 'TemplateElement' ? [node.value.cooked ?? node.value.raw] : []
}

function importOf(node: Node): { specifier: string; isType: boolean } | undefined {
  if (node.type === 'ImportDeclaration') return named(node.source, hasOnlyTypes(node))
  if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration')
    return named(node.source, node.exportKind === 'type')
  if (node.type === 'TSImportType') return named(node.argument, true)
  if (node.type === 'CallExpression' && node.callee.type === 'Import') return named(node.arguments[0], false)
  return undefined
}

const named = (specifier: Node | null | undefined, isType: boolean) =>
  specifier?.type === 'StringLiteral' ? { specifier: specifier.value, isType } : undefined

function hasOnlyTypes({ importKind, specifiers }: ImportDeclaration): boolean {
  if (importKind === 'type') return true
  return (
    specifiers.length > 0 &&
    specifiers.every(specifier => specifier.type === 'ImportSpecifier' && specifier.importKind === 'type')
  )
}

function resolved(from: string, specifier: string): { to: string; isOurs: boolean } {
  if (specifier.startsWith('@/')) return { to: fileOf(`src/${specifier.slice(2)}`), isOurs: true }
  if (!specifier.startsWith('.')) return { to: specifier, isOurs: false }
  return { to: fileOf(posix.join(posix.dirname(from), specifier)), isOurs: true }
}

/** A folder stands for its `index`. */
const fileOf = (path: string) => (isFile(path) || !isFile(`${path}/index`) ? path : `${path}/index`)
const isFile = (path: string) => ['.ts', '.tsx'].some(extension => existsSync(join(projectRoot, path + extension)))

export const sources: readonly Source[] = filesOf('.ts', '.tsx', '.mjs', '.cjs').map(sourceOf)
