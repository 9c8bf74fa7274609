import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export type Environment = Readonly<Record<string, string | undefined>>

/** Not thrown before every setting was looked at, so that a shop keeper mends them in one go. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    const list = problems.map(problem => `  - ${problem}`).join('\n')
    super(`设置有误，服务没有启动。/ Some settings are not right; the server did not start.\n${list}`)
  }
}

/** Reads settings one by one and collects what is wrong with them. An empty text counts as not set. */
export class SettingsReader {
  private readonly problems: string[] = []

  constructor(private readonly env: Environment) {}

  optional(name: string): string | undefined {
    return this.env[name]?.trim() || undefined
  }

  text(name: string, otherwise: string): string {
    return this.optional(name) ?? otherwise
  }

  required(name: string, about: string): void {
    if (!this.optional(name)) this.problem(name, `缺少设置 / is missing: ${about}`)
  }

  /** A party that a shop may do without: all of its settings or none. Answers whether it is there. */
  party(...names: string[]): boolean {
    const missing = names.filter(name => !this.optional(name))
    if (missing.length === names.length) return false
    for (const name of missing) {
      this.problem(
        name,
        `缺少设置，同组的其他设置已填 / is missing beside ${names.filter(other => !missing.includes(other)).join(', ')}`,
      )
    }
    return true
  }

  integer(name: string, otherwise: number, min: number, max: number): number {
    const text = this.optional(name)
    if (text === undefined) return otherwise
    const value = Number(text)
    if (Number.isInteger(value) && value >= min && value <= max) return value
    this.problem(name, `应为 ${min} 到 ${max} 的整数 / must be an integer from ${min} to ${max}, not "${text}"`)
    return otherwise
  }

  flag(name: string, otherwise: boolean): boolean {
    return this.oneOf(name, ['on', 'off'], otherwise ? 'on' : 'off') === 'on'
  }

  oneOf<const Choices extends readonly string[]>(
    name: string,
    choices: Choices,
    otherwise: Choices[number],
  ): Choices[number] {
    const text = this.optional(name)
    if (text === undefined) return otherwise
    if (choices.includes(text)) return text
    this.problem(name, `应为 / must be one of: ${choices.join(', ')}`)
    return otherwise
  }

  matching(name: string, pattern: RegExp, like: string): string | undefined {
    const text = this.optional(name)
    if (text !== undefined && !pattern.test(text)) this.problem(name, `格式应如 / must look like: ${like}`)
    return text
  }

  list(name: string): string[] {
    return (this.optional(name) ?? '')
      .split(',')
      .map(part => part.trim())
      .filter(Boolean)
  }

  /** PEM text, or the path of a file that holds it. */
  pem(name: string, value = this.optional(name)): string {
    if (!value) return ''
    const text = value.replaceAll('\\n', '\n')
    if (text.includes('-----BEGIN')) return text
    const path = resolve(value)
    if (existsSync(path)) return readFileSync(path, 'utf8')
    this.problem(name, `既不是 PEM 也不是存在的文件 / is neither PEM text nor a file: ${value}`)
    return ''
  }

  /** A key as some parties hand it out: bare base64 in one line, or what `pem` takes. */
  key(name: string): string {
    const value = this.optional(name)
    return value && /^[A-Za-z0-9+/]{200,}={0,2}$/.test(value) ? value : this.pem(name, value)
  }

  problem(name: string, what: string): void {
    this.problems.push(`${name} ${what}`)
  }

  throwProblems(): void {
    if (this.problems.length) throw new SettingsError(this.problems)
  }
}
