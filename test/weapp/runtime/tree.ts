/** What a page shows: the tree that Taro hands over by `setData`, read through the built templates. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './program'

export interface Node {
  /** The name of its template. */
  nn?: string
  sid?: string
  cl?: string
  /** Text. */
  v?: string
  cn?: Node[]
  [name: string]: unknown
}

interface Template {
  tag: string
  /** The node's field by the attribute that shows it. */
  fields: Map<string, string>
  /** Events that reach the page; `catch` keeps them from those above. */
  events: Map<string, 'bind' | 'catch'>
}

const templates = readTemplates(readFileSync(join(ROOT, 'base.wxml'), 'utf8'))

/** What all of a page lies in. */
const page: Template = { tag: 'page', fields: new Map(), events: new Map() }

export function templateOf({ nn }: Node): Template {
  if (nn === undefined) return page
  const template = templates.get(nn)
  if (!template) throw new Error(`base.wxml has no template ${nn}: WeChat would show nothing here`)
  return template
}

function readTemplates(wxml: string): Map<string, Template> {
  const found = new Map<string, Template>()
  for (const [, name = '', body = ''] of wxml.matchAll(
    /<template name="tmpl_0_(\w+?)(?:_blur)?">([\s\S]*?)<\/template>/g,
  )) {
    const [, tag = '', attributes = ''] = /^\s*<([\w-]+)([^>]*)>/.exec(body) ?? []
    if (tag === 'template') continue
    const fields = [...attributes.matchAll(/([\w-]+)="\{\{[^}"]*?\bi\.(\w+)/g)].map(
      ([, attribute = '', field = '']) => [attribute, field] as const,
    )
    const events = [...attributes.matchAll(/(bind|catch)(\w+)="eh"/g)].map(
      ([, how = '', event = '']) => [event, how as 'bind' | 'catch'] as const,
    )
    found.set(name, { tag: tag || 'text', fields: new Map(fields), events: new Map(events) })
  }
  return found
}

export const attributeOf = (node: Node, name: string): unknown => {
  const field = templateOf(node).fields.get(name)
  return field === undefined ? undefined : node[field]
}

export const childrenOf = ({ cn }: Node): Node[] => (cn ?? []).filter(node => node?.nn !== undefined)

/** Changes `data` as WeChat does: by path, with copies. */
export function patch(data: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.replace(/\.?\[(\d+)\]/g, '.$1').split('.')
  const last = keys.pop() ?? ''
  let place = data
  for (const [i, key] of keys.entries()) {
    place[key] ??= /^\d+$/.test(keys[i + 1] ?? last) ? [] : {}
    place = place[key] as Record<string, unknown>
  }
  place[last] = value
}

/** The words of a node as they are read: what is inline runs on, a block is a line. */
export function textOf(node: Node): string {
  return linesOf(node)
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .join('\n')
}

function linesOf(node: Node): string {
  if (node.v !== undefined) return node.v
  const inner = childrenOf(node).map(linesOf).join('')
  const { tag } = templateOf(node)
  if (tag === 'text') return inner
  if (tag === 'rich-text') return `\n${String(attributeOf(node, 'nodes') ?? '').replace(/<[^>]*>/g, ' ')}\n`
  return `\n${inner}\n`
}
