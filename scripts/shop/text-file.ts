/**
 * What a shop keeper writes in a text file: a head of `名称: 值` lines, an empty line, then the text. The text is HTML when it
 * begins with a tag; otherwise paragraphs stand apart by empty lines, `# ` begins a heading, `- ` a point, and
 * `![](photo.jpg)` is a picture beside the file.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Refusal } from '../../server/http/refusal'
import { CommandError, type Shop } from './context'

export interface TextFile {
  head: Record<string, string>
  html: string
}

export function readTextFile(file: string): TextFile {
  if (!existsSync(file)) throw new CommandError(`文件不存在 / no such file: ${file}`)
  const lines = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
  const end = lines.findIndex(line => !line.trim())
  const head = lines.slice(0, end < 0 ? lines.length : end)
  const pairs = head.map(line => /^([^:：]{1,20})[:：]\s*(.*)$/.exec(line))
  const broken = pairs.indexOf(null)
  if (broken >= 0)
    throw new CommandError(
      `第 ${broken + 1} 行应是「名称: 值」，正文之前空一行 / line ${broken + 1} is no "name: value"`,
    )
  return {
    head: Object.fromEntries(pairs.map(pair => [pair?.[1]?.trim() ?? '', pair?.[2]?.trim() ?? ''])),
    html: htmlOf(
      end < 0
        ? ''
        : lines
            .slice(end + 1)
            .join('\n')
            .trim(),
    ),
  }
}

/** Text as people type it, as HTML. */
export function htmlOf(text: string): string {
  if (/^<\w/.test(text)) return text
  return text
    .split(/\n\s*\n/)
    .filter(block => block.trim())
    .map(block => {
      const lines = block.trim().split('\n')
      if (lines.every(line => /^[-*] /.test(line)))
        return `<ul>${lines.map(line => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`
      const heading = /^#+ (.*)$/.exec(lines[0] ?? '')
      if (!heading) return `<p>${lines.map(inline).join('<br>')}</p>`
      const rest = lines.slice(1).map(inline).join('<br>')
      return `<h3>${inline(heading[1] ?? '')}</h3>${rest && `<p>${rest}</p>`}`
    })
    .join('\n')
}

const inline = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/!\[([^\]"]*)\]\(([^)\s"]+)\)/g, '<img src="$2" alt="$1">')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')

/** Stores the pictures that a text names by a path beside its file; those with an address stay where they are. */
export async function withStoredPictures(html: string, file: string, shop: Shop, merchantId: number): Promise<string> {
  let stored = html
  for (const [, path = ''] of html.matchAll(/<img[^>]*?\ssrc="([^"]+)"/g)) {
    if (/^(https?:)?\/\//.test(path)) continue
    stored = stored.replaceAll(`src="${path}"`, `src="${await storedPicture(path, file, shop, merchantId)}"`)
  }
  return stored
}

export async function storedPicture(
  path: string,
  file: string,
  { files, now }: Shop,
  merchantId: number,
): Promise<string> {
  const place = resolve(dirname(file), path)
  if (!existsSync(place)) throw new CommandError(`图片不存在 / no such picture: ${path}`)
  try {
    return (await files.savePicture(merchantId, readFileSync(place), now)).path
  } catch (error) {
    if (error instanceof Refusal) throw new CommandError(`图片 ${path}：${error.message}`)
    throw error
  }
}
