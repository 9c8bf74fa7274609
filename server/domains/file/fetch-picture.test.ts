import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { fetchPicture, isPublicAddress } from './fetch-picture'

let visits = 0
const server = createServer((request, response) => {
  visits += 1
  if (request.url === '/elsewhere') return response.writeHead(302, { location: '/picture' }).end()
  if (request.url === '/none') return response.writeHead(404).end('none')
  if (request.url === '/large') return response.end(Buffer.alloc(10 * 1024 * 1024 + 1))
  if (request.url === '/broken')
    return response.writeHead(200, { 'content-length': '9' }).write('x') && request.destroy()
  return response.end('picture')
})
await new Promise<void>(resolve => server.listen(0, resolve))
const { port } = server.address() as AddressInfo
afterAll(() => server.close())

const inside = (path: string) => fetchPicture(`http://127.0.0.1:${port}${path}`, { allowInside: true })

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '223.5.5.5', '172.15.0.1', '172.32.0.1', '2400:3200::1', '::ffff:8.8.8.8', '::ffff:808:808'])(
    '%s is of the open net',
    address => expect(isPublicAddress(address)).toBe(true),
  )

  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.127.255.255',
    '0.0.0.0',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::FFFF:192.168.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    'localhost',
    '',
    '127.1',
  ])('%s is not', address => expect(isPublicAddress(address)).toBe(false))
})

describe('fetchPicture', () => {
  it.each([
    `http://127.0.0.1:`,
    'http://localhost:',
    'http://0x7f.1:',
    'http://2130706433:',
    'http://0:',
    'http://[::1]:',
    'http://[::ffff:127.0.0.1]:',
    'http://[::ffff:7f00:1]:',
    'http://user@127.0.0.1:',
  ])('does not go to %s on this machine', async address => {
    const before = visits
    await expect(fetchPicture(`${address}${port}/picture`)).rejects.toMatchObject({ reason: 'fileUnreachable' })
    expect(visits).toBe(before)
  })

  it.each(['http://', 'http://[', 'https://:0', 'http://no.such.name.invalid/'])('refuses %s', async address => {
    await expect(fetchPicture(address)).rejects.toMatchObject({ reason: 'fileUnreachable' })
  })

  it('answers the bytes where it may go inside', async () => {
    expect(String(await inside('/picture'))).toBe('picture')
  })

  it('follows no redirects and takes no other status', async () => {
    await expect(inside('/elsewhere')).rejects.toMatchObject({ reason: 'fileUnreachable' })
    await expect(inside('/none')).rejects.toMatchObject({ reason: 'fileUnreachable' })
    await expect(inside('/broken')).rejects.toMatchObject({ reason: 'fileUnreachable' })
  })

  it('stops at ten megabytes', async () => {
    await expect(inside('/large')).rejects.toMatchObject({ reason: 'fileTooLarge' })
  })
})
