import type { Socket } from 'node:net'
import type { MailParty } from '.'

interface PostOffice {
  /** An SMTP number for letters to somebody, `silence` to hang up after the text, or nothing. */
  faultFor(to: string): string
  deliver(from: string, recipients: string[], text: string): void
}

const LONGEST = 256 * 1024

type Answer = string | undefined

/** One conversation of RFC 5321 with AUTH PLAIN and LOGIN: nobody sends without having logged in. */
export function converse(socket: Socket, { user, password }: MailParty, office: PostOffice): void {
  let buffered = ''
  let isKnown = false
  let from: string | undefined
  let recipients: string[] = []
  /** What the next line is, when it is no command. */
  let awaiting: 'text' | 'plain' | 'login-user' | 'login-password' | undefined
  let loginUser = ''

  const unpack = (text: string) => Buffer.from(text, 'base64').toString('utf8')

  function identify(givenUser: string, givenPassword: string): Answer {
    awaiting = undefined
    isKnown = givenUser === user && givenPassword === password
    return isKnown ? '235 2.7.0 Authentication successful' : '535 5.7.8 Error: authentication failed'
  }

  function plain(text: string): Answer {
    const [, givenUser = '', givenPassword = ''] = unpack(text).split('\0')
    return identify(givenUser, givenPassword)
  }

  function userName(text: string): Answer {
    loginUser = unpack(text)
    awaiting = 'login-password'
    return '334 UGFzc3dvcmQ6'
  }

  function authenticate([kind = '', first]: string[]): Answer {
    if (!/^(plain|login)$/i.test(kind)) return '504 5.5.4 Unrecognized authentication type'
    const isPlain = kind.toUpperCase() === 'PLAIN'
    if (first) return isPlain ? plain(first) : userName(first)
    awaiting = isPlain ? 'plain' : 'login-user'
    return '334 '
  }

  function recipient(address: string): Answer {
    if (from === undefined) return '503 5.5.1 Error: need MAIL command'
    const fault = office.faultFor(address)
    if (/^\d{3}$/.test(fault)) return `${fault} 5.1.1 <${address}>: refused`
    recipients.push(address)
    return '250 2.1.5 Ok'
  }

  function data(): Answer {
    if (!recipients.length) return '503 5.5.1 Error: need RCPT command'
    awaiting = 'text'
    return '354 End data with <CR><LF>.<CR><LF>'
  }

  function begin(address: string | undefined): Answer {
    if (address !== undefined && !isKnown) return '530 5.7.0 Authentication required'
    from = address
    recipients = []
    return '250 2.0.0 Ok'
  }

  function command(line: string): Answer {
    const [verb = '', ...words] = line.split(' ')
    const address = /<([^<>\s]+)>/.exec(line)?.[1] ?? ''
    const answers: Record<string, () => Answer> = {
      ehlo: () => '250-simulated\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 AUTH PLAIN LOGIN',
      helo: () => '250 simulated',
      auth: () => authenticate(words),
      mail: () => begin(address),
      rcpt: () => recipient(address),
      data: data,
      rset: () => begin(undefined),
      noop: () => '250 2.0.0 Ok',
      quit: () => '221 2.0.0 Bye',
    }
    return (answers[verb.toLowerCase()] ?? (() => '502 5.5.2 Error: command not recognized'))()
  }

  function lineSaid(line: string): Answer {
    if (awaiting === 'plain') return plain(line)
    if (awaiting === 'login-user') return userName(line)
    if (awaiting === 'login-password') return identify(loginUser, unpack(line))
    return command(line)
  }

  function letterSaid(text: string): Answer {
    awaiting = undefined
    office.deliver(from ?? '', recipients, text.replaceAll('\r\n..', '\r\n.'))
    from = undefined
    return recipients.some(to => office.faultFor(to) === 'silence') ? undefined : '250 2.0.0 Ok: queued'
  }

  /** Takes what is complete off the front: a line, or a letter up to its lone dot. */
  function next(): boolean {
    const isText = awaiting === 'text'
    const mark = isText ? '\r\n.\r\n' : '\r\n'
    const end = buffered.indexOf(mark)
    if (end < 0) return false
    const said = buffered.slice(0, end)
    buffered = buffered.slice(end + mark.length)
    const answer = isText ? letterSaid(`${said}\r\n`) : lineSaid(said)
    if (answer === undefined) socket.destroy()
    else socket.write(`${answer}\r\n`)
    if (answer?.startsWith('221')) socket.end()
    return answer !== undefined
  }

  socket.setEncoding('utf8')
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk: string) => {
    buffered += chunk
    if (buffered.length > LONGEST) socket.destroy()
    else while (next());
  })
  socket.write('220 simulated ESMTP\r\n')
}
