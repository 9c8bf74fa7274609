/** The typed client: one line for each method, tree-shakeable, with no schema in it. */
import { isRequired } from '../define'
import { answersNothing, methods, type NamedMethod } from './methods'
import { type Shape, TypeWriter } from './types-of'

export function clientText(): string {
  const types = new TypeWriter()
  const lines = methods.map(method => entry(method, types))
  return `// Written by \`npm run contract\`. Do not edit.
/** biome-ignore-all lint: generated */
import { method, type Reply } from './client'

${[...types.named.values()].join('\n\n')}

${lines.join('\n\n')}
`
}

function entry(method: NamedMethod, types: TypeWriter): string {
  const call = `(${parameters(method, types)}) => ${answerType(method, types)}`
  return `/** ${method.about}. */\nexport const ${method.name} = /*#__PURE__*/ method<${call}>('${requestLine(method)}')`
}

/** Of a picture the client answers the address. */
const answerType = (method: NamedMethod, types: TypeWriter) =>
  method.transport === 'picture'
    ? 'string'
    : `Reply<${answersNothing(method) ? 'undefined' : types.typeOf(method.data)}>`

/** `POST api:/{subDomain}/user/wxapp/login code =type:2`: verb, address, positional wire names, constants. */
function requestLine({ verb, transport, url, order, constants }: NamedMethod): string {
  const fixed = Object.entries(constants).map(([name, value]) => `=${name}:${value}`)
  return [transport === 'form' ? verb : transport.toUpperCase(), url, ...order, ...fixed].join(' ')
}

function parameters(method: NamedMethod, types: TypeWriter): string {
  const shape = method.input as Shape
  const fields = shape.properties ?? {}
  const inPath = method.url.includes('{url}') ? ['url: string'] : []
  if (method.order.length) {
    return [
      ...inPath,
      ...method.order.map(
        (name, i) =>
          `${name}${mayBeLeftOut(method, i) ? '?' : ''}: ${types.typeOf(fields[name] as Shape)}${orNothing(method, i)}`,
      ),
    ].join(', ')
  }
  if (!Object.keys(fields).length) return ''
  const optional = method.order.length === 0 && !shape.required?.length
  return [...inPath, `input${optional ? '?' : ''}: { ${types.fieldsOf(shape).join('; ')} }`].join(', ')
}

/** TypeScript lets only trailing arguments be optional. */
const mayBeLeftOut = (method: NamedMethod, from: number) =>
  method.order.slice(from).every(name => !isRequired(method, name))
const orNothing = (method: NamedMethod, i: number) =>
  !isRequired(method, method.order[i] as string) && !mayBeLeftOut(method, i) ? ' | undefined' : ''
