import { type AddressInfo, createServer, type Server } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { remember } from '../bounded'
import { ControlError, fieldsOf, textOf } from '../control'
import { type Letter, readLetter } from './letter'
import { converse } from './smtp'

export interface MailParty {
  user: string
  password: string
}

export interface MailServer {
  port: number
  last(to: string): Letter | undefined
  /** From now on letters to this mailbox meet this answer, as `550`; an empty one ends it, `silence` hangs up after the text. */
  refuse(to: string, answer: string): void
  close(): Promise<void>
}

const MOST_MAILBOXES = 5_000

/** A mail server of SMTP on a port of its own, for one account. It carries letters to anybody and keeps the last of each. */
export async function startMailServer(account: MailParty): Promise<MailServer> {
  const letters = new Map<string, Letter>()
  const faults = new Map<string, string>()
  const server: Server = createServer(socket =>
    converse(socket, account, {
      faultFor: to => faults.get(to.toLowerCase()) ?? '',
      deliver(from, recipients, text) {
        for (const to of recipients)
          remember(letters, to.toLowerCase(), readLetter(from, to.toLowerCase(), text), MOST_MAILBOXES)
      },
    }),
  )
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    last: to => letters.get(to.toLowerCase()),
    refuse: (to, answer) => remember(faults, to.toLowerCase(), answer, MOST_MAILBOXES),
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}

/** What a person finds in their mailbox. */
export function mailboxes(app: FastifyInstance, server: MailServer): void {
  app.get('/mail', async request => {
    const letter = server.last(textOf(fieldsOf(request.query), 'to'))
    if (!letter) throw new ControlError(404, 'no letter to this mailbox')
    return { ...letter, code: /\d{6}/.exec(letter.text)?.[0] }
  })
  app.post('/mail/refuse', async request => {
    const { to, answer } = fieldsOf(request.body)
    server.refuse(String(to), String(answer ?? ''))
    return {}
  })
}
