/** TypeScript text for the JSON Schemas of the contract. Titled objects become interfaces of that name. */
import type { TSchema } from 'typebox'

export interface Shape extends TSchema {
  type?: string | string[]
  enum?: (string | number)[]
  anyOf?: Shape[]
  items?: Shape
  properties?: Record<string, Shape>
  patternProperties?: Record<string, Shape>
  required?: string[]
  title?: string
  description?: string
}

export class TypeWriter {
  /** Interface texts by name, in order of first use. */
  readonly named = new Map<string, string>()

  typeOf(schema: TSchema): string {
    const shape = schema as Shape
    if (shape.title && shape.properties) return this.interfaceOf(shape, shape.title)
    if (shape.anyOf) return [...new Set(shape.anyOf.map(option => this.typeOf(option)))].join(' | ')
    if (shape.enum) return shape.enum.map(value => JSON.stringify(value).replaceAll('"', "'")).join(' | ')
    if (shape.type === 'array') return arrayOf(this.typeOf(shape.items as Shape))
    if (shape.patternProperties)
      return `Record<string, ${Object.values(shape.patternProperties)
        .map(value => this.typeOf(value))
        .join(' | ')}>`
    if (shape.properties) return `{ ${this.fieldsOf(shape).join('; ')} }`
    if (Array.isArray(shape.type)) return shape.type.join(' | ')
    if (shape.type === 'integer') return 'number'
    return shape.type ?? 'unknown'
  }

  fieldsOf(shape: Shape): string[] {
    return Object.entries(shape.properties ?? {}).map(
      ([name, field]) => `${name}${shape.required?.includes(name) ? '' : '?'}: ${this.typeOf(field)}`,
    )
  }

  private interfaceOf(shape: Shape, name: string): string {
    if (!this.named.has(name)) {
      this.named.set(name, '')
      const lines = Object.values(shape.properties ?? {}).map((field, i) => {
        const about = field.description ? `  /** ${field.description} */\n` : ''
        return `${about}  ${this.fieldsOf(shape)[i]}`
      })
      this.named.set(name, `export interface ${name} {\n${lines.join('\n')}\n}`)
    }
    return name
  }
}

const arrayOf = (item: string) => (/[|;{]/.test(item) ? `Array<${item}>` : `${item}[]`)
