/** An address that takes alarms, as a group chat's robot does. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

export async function startWebhook() {
  const told: { text: string; alarm: string }[] = []
  let failures = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      if (failures > 0) {
        failures -= 1
        return response.writeHead(502).end()
      }
      told.push(JSON.parse(Buffer.concat(chunks).toString('utf8')))
      response.end('{"errcode":0}')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?key=hush`,
    told,
    /** The next so many calls are not taken. */
    failNext(times: number) {
      failures = times
    },
  }
}
