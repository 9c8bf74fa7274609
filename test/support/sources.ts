/** Our own source files as the compiler reads them: who imports what, and how. Paths are from the repository's root. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import ts from 'typescript'
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
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : undefined
  const imports: Import[] = []
  const strings: string[] = []
  let holdsAny = false
  let readsTextsAtOnce = false
  const visit = (node: ts.Node, isLater = false): void => {
    const imported = importOf(node)
    if (imported) imports.push({ ...resolved(path, imported.specifier), isType: imported.isType })
    holdsAny ||= node.kind === ts.SyntaxKind.AnyKeyword
    readsTextsAtOnce ||= !isLater && ts.isPropertyAccessExpression(node) && node.expression.getText(file) === 'texts'
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateLiteralToken(node)) strings.push(node.text)
    ts.forEachChild(node, child => visit(child, isLater || ts.isFunctionLike(node)))
  }
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind)
  visit(file)
  return { path, text, imports, holdsAny, readsTextsAtOnce, strings }
}

function importOf(node: ts.Node): { specifier: string; isType: boolean } | undefined {
  if (ts.isImportDeclaration(node)) return named(node.moduleSpecifier, hasOnlyTypes(node.importClause))
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return named(node.argument.literal, true)
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return named(node.arguments[0], false)
  return undefined
}

const named = (specifier: ts.Node | undefined, isType: boolean) =>
  specifier && ts.isStringLiteralLike(specifier) ? { specifier: specifier.text, isType } : undefined

function hasOnlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  const { namedBindings } = clause
  if (clause.isTypeOnly) return true
  return !clause.name && !!namedBindings && ts.isNamedImports(namedBindings) && namedBindings.elements.every(isTypeOnly)
}

const isTypeOnly = ({ isTypeOnly }: ts.ImportSpecifier) => isTypeOnly

function resolved(from: string, specifier: string): { to: string; isOurs: boolean } {
  if (specifier.startsWith('@/')) return { to: fileOf(`src/${specifier.slice(2)}`), isOurs: true }
  if (!specifier.startsWith('.')) return { to: specifier, isOurs: false }
  return { to: fileOf(posix.join(posix.dirname(from), specifier)), isOurs: true }
}

/** A folder stands for its `index`. */
const fileOf = (path: string) => (isFile(path) || !isFile(`${path}/index`) ? path : `${path}/index`)
const isFile = (path: string) => ['.ts', '.tsx'].some(extension => existsSync(join(projectRoot, path + extension)))

export const sources: readonly Source[] = filesOf('.ts', '.tsx', '.mjs', '.cjs').map(sourceOf)
