import { inflateRawSync } from 'node:zlib'

const LARGEST_FILE = 256 << 20
const END = 0x06054b50
const ENTRY = 0x02014b50

/** The files in a zip archive: stored or deflated, no encryption, below four gigabytes. Throws on anything else. */
export function readZip(zip: Buffer): { name: Buffer; content: Buffer }[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new TypeError('no zip archive')
  const files = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new TypeError('the archive is damaged')
    const [nameLength, extra, comment] = [28, 30, 32].map(offset => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const name = zip.subarray(at + 46, at + 46 + nameLength)
    files.push({ name, content: contentAt(zip, at) })
    at += 46 + nameLength + extra + comment
  }
  return files
}

function contentAt(zip: Buffer, entry: number): Buffer {
  const method = zip.readUInt16LE(entry + 10)
  const size = zip.readUInt32LE(entry + 20)
  const header = zip.readUInt32LE(entry + 42)
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
  const packed = zip.subarray(start, start + size)
  if (method === 0) return packed
  if (method !== 8) throw new TypeError('the archive is packed in an unknown way')
  return inflateRawSync(packed, { maxOutputLength: LARGEST_FILE })
}
