import { afterAll, describe, expect, it } from 'vitest'
import { createMail } from '../../server/gateways/mail'
import { startMailServer } from '../../simulators/mail'
import { failureOf } from './support'

const account = { user: 'shop@example.com', password: 'secret word' }
const server = await startMailServer(account)
const settings = { host: '127.0.0.1', port: server.port, security: 'none' as const, from: '小铺 <shop@example.com>' }
const mail = createMail({ ...settings, ...account, timeoutMs: 2000 })
afterAll(async () => {
  await mail.end()
  await server.close()
})
const letter = (to: string) => ({
  to,
  subject: '小铺：验证码',
  text: '您的验证码是 004211。\n.一行以点开头',
  key: 'code-1',
})

describe('send', () => {
  it('carries Chinese and lines that begin with a dot', async () => {
    await mail.send(letter('ann@example.com'))
    expect(server.last('ann@example.com')).toEqual({
      from: 'shop@example.com',
      to: 'ann@example.com',
      subject: '小铺：验证码',
      text: '您的验证码是 004211。\n.一行以点开头',
    })
  })

  it('tells apart what was refused and what may have arrived', async () => {
    server.refuse('nobody@example.com', '550')
    server.refuse('later@example.com', '451')
    server.refuse('silent@example.com', 'silence')
    expect(await failureOf(mail.send(letter('nobody@example.com')))).toMatchObject({ code: 'invalid', sent: 'yes' })
    expect(await failureOf(mail.send(letter('later@example.com')))).toMatchObject({ code: 'transient', sent: 'yes' })
    expect(await failureOf(mail.send(letter('silent@example.com')))).toMatchObject({ code: 'transient', sent: 'maybe' })
  })

  it('says that credentials are wrong, and that nobody listens', async () => {
    const stranger = createMail({ ...settings, ...account, password: 'another' })
    expect(await failureOf(stranger.check())).toMatchObject({ code: 'credentials', sent: 'no' })
    expect(await failureOf(stranger.send(letter('ann@example.com')))).toMatchObject({ code: 'credentials', sent: 'no' })
    const nowhere = createMail({ ...settings, ...account, port: 9 })
    expect(await failureOf(nowhere.send(letter('ann@example.com')))).toMatchObject({ code: 'transient', sent: 'no' })
    await mail.check()
  })

  it('names no address and no password when it fails', async () => {
    server.refuse('private@example.com', '550')
    const failure = await failureOf(mail.send(letter('private@example.com')))
    expect(JSON.stringify([failure.message, failure])).not.toMatch(/private|secret word/)
  })
})
