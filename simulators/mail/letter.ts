export interface Letter {
  from: string
  to: string
  subject: string
  text: string
}

/** A letter as it came over the wire, its plain text decoded. */
export function readLetter(from: string, to: string, raw: string): Letter {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, end).replaceAll(/\r\n[ \t]+/g, ' ')
  const body = raw.slice(end + 4)
  const header = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  return {
    from,
    to,
    subject: words(header('Subject')),
    text: decoded(body, header('Content-Transfer-Encoding').toLowerCase()).trim(),
  }
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding === 'quoted-printable') return quotedPrintable(body.replaceAll(/=\r\n/g, ''))
  return body
}

/** `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=`; what stands between two of them is nothing. */
const words = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : quotedPrintable(word.replaceAll('_', ' ')),
    )

function quotedPrintable(text: string): string {
  const bytes = [...text.matchAll(/=([0-9A-F]{2})|([\s\S])/gi)].map(([, hex, plain = '']) =>
    hex ? Buffer.from([Number.parseInt(hex, 16)]) : Buffer.from(plain),
  )
  return Buffer.concat(bytes).toString('utf8')
}
