import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../clock'
import { type Account, refusalFor } from './account'
import { type Outcome, perform } from './actions'
import { answerText, plainStyle, styleWith, type WeilianStyle } from './answers'
import { weilianControls } from './controls'
import { actions, type Course, createFaults } from './faults'
import { readPhpForm, textIn } from './form'
import { createHold } from './hold'
import { createSupplier, type SimulatedGoods } from './supplier'

export interface WeilianParty extends Account {
  goods?: SimulatedGoods[]
  /** Our money at the supplier, in fen; 1000 yuan when not given. */
  balanceFen?: number
  style?: Partial<WeilianStyle>
}

const BALANCE_FEN = 100_000

/** The card-code supplier at `/api`, a PHP shop with one address for everything, and its controls beside it. */
export function weilian(app: FastifyInstance, party: WeilianParty, clock: Clock): void {
  const ownStyle = { ...plainStyle, ...party.style }
  const supplier = createSupplier(clock, party.balanceFen ?? BALANCE_FEN, party.goods)
  const faults = createFaults()
  const hold = createHold(app)
  weilianControls(app, supplier, faults, clock)
  // Under a prefix of its own, `/` is served with and without the last slash.
  app.register(async api => void api.post('/', answer), { prefix: '/api' })

  async function answer(request: FastifyRequest, reply: FastifyReply) {
    const form = typeof request.body === 'string' ? readPhpForm(request.body) : undefined
    const action = actions.find(known => form && textIn(form, 'do') === known)
    if (!form || !action) return say(reply, { code: 40000 }, ownStyle)
    const { course = 'ordinary', delayMs, traits } = faults.take(action)
    const style = styleWith(ownStyle, traits)
    const commit = (): Outcome => {
      const refusal = refusalFor(form, party)
      return refusal ? { code: refusal } : perform(action, supplier, { form, clock, traits, style })
    }
    const pageStatus = errorPages[course]
    if (pageStatus) return sayPage(request, reply, pageStatus)
    if (course.startsWith('code')) {
      if (course === 'code40009Sold') commit()
      return say(reply, { code: Number(course.slice(4, 9)) }, style)
    }
    if (course === 'delayBeforeCommit' && !(await hold(request, delayMs))) return reply.hijack()
    const outcome = commit()
    if (course === 'delayAfterCommit') await hold(request, delayMs)
    return course === 'reset' ? breakOff(reply, outcome, style) : say(reply, outcome, style)
  }
}

/** Courses that end in a page for people, by its HTTP status. */
const errorPages: Partial<Record<Course | 'ordinary', number>> = { html: 200, redirect: 301, error500: 500 }

function sayPage({ originalUrl }: FastifyRequest, reply: FastifyReply, status: number) {
  if (status === 301) reply.header('location', `${originalUrl.replace(/\/$/, '')}/`)
  const page = '<html><head><title>Error</title></head><body><h1>系统发生错误</h1></body></html>'
  return reply.code(status).type('text/html; charset=utf-8').send(page)
}

/** PHP shops send JSON as text/html as often as not. */
const say = (reply: FastifyReply, { code, content }: Outcome, style: WeilianStyle) =>
  reply.type('text/html; charset=utf-8').send(answerText(code, content, style))

/** Half an answer, then a closed connection. */
function breakOff(reply: FastifyReply, { code, content }: Outcome, style: WeilianStyle): FastifyReply {
  reply.hijack()
  const bytes = Buffer.from(answerText(code, content, style))
  reply.raw.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes.length })
  reply.raw.write(bytes.subarray(0, bytes.length >> 1), () => reply.raw.destroy())
  return reply
}
