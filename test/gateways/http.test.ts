import { type AddressInfo, createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Line, openLine } from '../../server/gateways/http'
import { deadAddress, everythingIn, failureOf, startStub, timeoutMs } from './support'

let line: Line
beforeEach(() => {
  line = openLine('party', { timeoutMs })
})
afterEach(() => line.end())

describe('a line to a party', () => {
  it('says that nothing was sent when nobody listens', async () => {
    const error = await failureOf(line.send({ method: 'POST', url: await deadAddress(), body: 'x' }))
    expect(error).toMatchObject({ party: 'party', code: 'unreachable', sent: 'no', retry: true })
  })

  it('says that nothing was sent when the name is not known or TLS fails', async () => {
    const plain = (await startStub((_request, response) => response.end('no TLS here'))).replace('http:', 'https:')
    for (const url of ['http://party.invalid/', plain])
      expect(await failureOf(line.send({ method: 'GET', url }))).toMatchObject({ code: 'unreachable', sent: 'no' })
  })

  it('leaves open what happened when no answer comes in time', async () => {
    const url = await startStub(() => undefined)
    const [once, repeatable] = await Promise.all([
      failureOf(line.send({ method: 'POST', url, body: 'x' })),
      failureOf(line.send({ method: 'GET', url, repeatable: true })),
    ])
    expect(once).toMatchObject({ code: 'timeout', sent: 'maybe', retry: false })
    expect(repeatable).toMatchObject({ code: 'timeout', sent: 'maybe', retry: true })
  })

  it('tells a connection that does not come about, a request that is stuck, and an answer that does not come apart', async () => {
    const deaf = createServer(socket => socket.on('error', () => {}).pause())
    await new Promise<void>(resolve => deaf.listen(0, '127.0.0.1', resolve))
    const { port } = deaf.address() as AddressInfo
    const hasty = openLine('party', { connectMs: 100, timeoutMs })
    // It takes connections and never reads: TLS never stands, and a request larger than the buffers never leaves.
    const noTls = await failureOf(hasty.send({ method: 'POST', url: `https://127.0.0.1:${port}/`, body: 'x' }))
    expect(noTls).toMatchObject({ code: 'connectTimeout', sent: 'no', retry: true })
    const [stuck, unheard] = await Promise.all(
      ['x'.repeat(32 << 20), 'x'].map(body =>
        failureOf(hasty.send({ method: 'POST', url: `http://127.0.0.1:${port}/`, body })),
      ),
    )
    expect(stuck).toMatchObject({ code: 'sendTimeout', sent: 'maybe', retry: false })
    expect(unheard).toMatchObject({ code: 'timeout', sent: 'maybe', retry: false })
    deaf.close()
    await hasty.end()
  })

  it('leaves open what happened when an answer stops in the middle', async () => {
    const stalled = await startStub((_request, response) => {
      response.writeHead(200, { 'content-length': 10 })
      response.write('half')
    })
    const reset = await startStub((_request, response) => {
      response.writeHead(200, { 'content-length': 10 })
      response.write('half', () => response.destroy())
    })
    const [slow, cut] = await Promise.all([stalled, reset].map(url => failureOf(line.send({ method: 'GET', url }))))
    expect(slow).toMatchObject({ code: 'timeout', sent: 'maybe' })
    expect(cut).toMatchObject({ code: 'broken', sent: 'maybe' })
  })

  it('ends a body that trickles without end', async () => {
    const quick = openLine('party', { deadlineMs: 200 })
    const url = await startStub((_request, response) => {
      const drip = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(drip))
    })
    const error = await failureOf(quick.send({ method: 'GET', url }))
    expect(error).toMatchObject({ code: 'timeout', sent: 'maybe' })
    await quick.end()
  })

  it('refuses an answer larger than a mebibyte, and takes one that is not', async () => {
    const url = await startStub(({ url: path }, response) =>
      response.end('x'.repeat((1 << 20) + Number(path?.slice(1)))),
    )
    expect(await failureOf(line.send({ method: 'GET', url: `${url}/1` }))).toMatchObject({
      code: 'tooLarge',
      sent: 'maybe',
    })
    expect((await line.send({ method: 'GET', url: `${url}/0` })).body).toHaveLength(1 << 20)
  })

  it('does not follow a redirect', async () => {
    const url = await startStub((_request, response) => response.writeHead(301, { location: '/elsewhere' }).end())
    expect(await line.send({ method: 'POST', url, body: 'x' })).toMatchObject({ status: 301 })
  })

  it('keeps the address and the body out of its errors', async () => {
    const url = await startStub((_request, response) => response.destroy())
    const call = { method: 'POST', url: `${url}/?secret=hush`, body: 'hush' } as const
    expect(everythingIn(await failureOf(line.send(call)))).not.toContain('hush')
  })
})
