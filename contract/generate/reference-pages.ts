/** The reference pages in `docs/api/`: one for each domain, and the list of what is and is not served. */
import { isDeclined, isRequired } from '../define'
import { anyRefusal, errors } from '../errors'
import { reference } from '../reference'
import { answersNothing, methods, type NamedMethod } from './methods'
import { type Shape, TypeWriter } from './types-of'

const GENERATED = '<!-- Written by `npm run contract`. Do not edit. -->'

export function referencePages(): Record<string, string> {
  const domains = [...new Set(methods.map(method => method.domain))]
  return Object.fromEntries([
    ['docs/api/README.md', overview(domains)],
    ...domains.map(domain => [`docs/api/${domain}.md`, page(domain)]),
  ])
}

function overview(domains: string[]): string {
  const served = new Map(methods.map(method => [method.name, method]))
  const documented = Object.values(reference).flat()
  const known = methods.filter(({ name }) => documented.includes(name))
  const refused = known.filter(isDeclined)
  const extra = methods.filter(method => !documented.includes(method.name)).map(link)
  return `${GENERATED}
# WXAPI, as this server speaks it

${known.length - refused.length} of the ${documented.length} methods of the WXAPI reference are served, and ${extra.length} further names that storefronts call.
${refused.length} more are known and always refused, because they need an account with a party that this server has none with.
A path that is not known answers HTTP 404 with \`{code: 404, msg}\`; every other one answers HTTP 200 with \`{code, msg, data}\`.

Any method may answer ${anyRefusal.map(refusal).join(', ')}. What a method refuses beside that stands on its page.

## By domain

${domains
  .map(
    domain =>
      `- [${domain}](${domain}.md): ${methods
        .filter(method => method.domain === domain)
        .map(({ name }) => `\`${name}\``)
        .join(', ')}`,
  )
  .join('\n')}

## The reference, section by section

✓ is served, ✗ is known and always refused, · is not there yet.

| section | methods |
|---|---|
${Object.entries(reference)
  .map(([section, names]) => `| ${section} | ${names.map(name => standing(name, served.get(name))).join(' ')} |`)
  .join('\n')}

## Beyond the reference

${extra.join(', ')}
`
}

const standing = (name: string, method: NamedMethod | undefined) =>
  method ? `${isDeclined(method) ? '✗' : '✓'} ${link(method)}` : `· ${name}`

const link = ({ domain, name }: NamedMethod) => `[${name}](${domain}.md#${name.toLowerCase()})`
const refusal = (name: keyof typeof errors | string) => {
  const [code, msg] = errors[name as keyof typeof errors]
  return `\`${code}\` ${msg}`
}

function page(domain: string): string {
  const types = new TypeWriter()
  const own = methods.filter(method => method.domain === domain)
  const sections = own.map(method => section(method, types))
  const rows = [...types.named.entries()].map(([name, text]) => `### ${name}\n\n\`\`\`ts\n${text}\n\`\`\``)
  return `${[GENERATED, `# ${domain}`, ...sections, ...(rows.length ? ['## Rows', ...rows] : [])].join('\n\n')}\n`
}

function section(method: NamedMethod, types: TypeWriter): string {
  const shape = method.input as Shape
  const fields = Object.entries(shape.properties ?? {})
  const heading = `## ${method.name}`
  const call = `\`${method.name}(${method.order.length ? method.order.join(', ') : fields.length ? '{ … }' : ''})\``
  const wire = `\`${method.transport === 'upload' ? 'POST multipart' : method.verb} ${method.url}\``
  const about = [`${method.about}.`, method.twin ? `The same as \`${method.twin}\`.` : ''].filter(Boolean).join(' ')
  const table = fields.map(
    ([name, field]) =>
      `| \`${name}\` | ${cell(types.typeOf(field))} | ${isRequired(method, name) ? 'yes' : ''} | ${cell(field.description ?? '')} |`,
  )
  const constants = Object.entries(method.constants).map(([name, value]) => `The SDK adds \`${name}=${value}\`.`)
  const data = answersNothing(method) ? answerless(method) : `Answers \`${types.typeOf(method.data)}\``
  const refuses = isDeclined(method)
    ? [`Always refused: ${refusal(method.declines)}. It answers this where there is an account.`]
    : method.refuses.length
      ? [`Refuses: ${method.refuses.map(refusal).join(', ')}.`]
      : []
  return [
    heading,
    `${call} · ${wire}`,
    about,
    ...(table.length ? [['| field | type | required | note |', '|---|---|---|---|', ...table].join('\n')] : []),
    ...constants,
    data,
    ...refuses,
  ].join('\n\n')
}

const answerless = ({ transport }: NamedMethod) =>
  transport === 'picture' ? 'Sends nothing: the SDK answers the address of the picture.' : 'Answers no data.'

const cell = (text: string) => text.replaceAll('|', '\\|')
