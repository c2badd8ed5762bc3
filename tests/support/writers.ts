import SQLite from 'better-sqlite3'
import { openPollingPlace } from '../bench/polling-place.ts'
import { tell } from '../e2e/support/staged.ts'
import { running } from './contract.ts'
import { approved, invoiceFor, voucherFor } from './payment.ts'
import type { TownParts } from './settled-town.ts'
import { surveyWith } from './survey.ts'
import type { Town } from './world.ts'

const asked = [
  {
    id: 'Q4',
    kind: 'single' as const,
    text: '最想办的事',
    options: ['养老照护', '环境与设施'],
    needed: true,
  },
]
/** A contract whose money is approved, and a survey open from today. */
async function told(parts: TownParts) {
  const town = parts as unknown as Town
  const contract = await running(town)
  const [first] = contract.milestones
  const { id: paymentId } = await approved(town, first!.id)
  const { invoiceNo } = invoiceFor(first!.id)
  const day = (plus: number) =>
    new Date(town.clock.now().getTime() + plus * 86_400_000 + 28_800_000).toISOString().slice(0, 10)
  const { code } = await surveyWith(town, asked, { opens: day(0), closes: day(20) })
  const { scan, paymentId: _, amount, ...printed } = await voucherFor(town, paymentId)
  const voucher = { ...printed, year: String(printed.year), amount: String(amount / 100) }
  return { paymentId, invoiceNo, voucher, scan: scan.toString(), code }
}

/** A folder with a survey to answer, a round to vote in and a payment to carry on, for a server that will be killed. */
export async function toWriteIn(folder: string, secret: string, voters: number) {
  const stage = await tell(folder, secret, told)
  const databaseUrl = `file:${folder}/sanshe.sqlite`
  const place = await openPollingPlace({ databaseUrl, filesFolder: `${folder}/files`, secret, voters })
  return { ...stage, ...place }
}
export type Written = Awaited<ReturnType<typeof toWriteIn>>

type Person = 'nobody' | 'approver' | 'editor1'
/** One sending of a form; `done` once its answer came back. */
export type Sent = {
  kind: 'answer' | 'vote' | 'payment'
  to: string
  body: Record<string, string>
  /** Words of a file that goes with the form, by its field. */
  file?: { field: string; words: string }
  by: Person
  cookie: string
  done: boolean
}
const sending = (kind: Sent['kind'], to: string, body: Record<string, string>): Sent => ({
  ...{ kind, to, by: 'nobody', cookie: '', done: false },
  body: { _key: crypto.randomUUID(), ...body },
})

const reason = '户名与账号不符，银行退回'
/** 支付 → 退票 → 更正, again and again: the only sendings that must follow one another. */
function paymentStep({ paymentId, invoiceNo, voucher, scan }: Written, n: number): Sent {
  const to = `/desk/payments/${paymentId}`
  const forms: Array<[Person, Record<string, string>]> = [
    ['approver', { _form: 'submit', ...voucher, no: `K-${n}` }],
    ['approver', { _form: 'bounce', reason }],
    ['editor1', { _form: 'correct', invoiceNo, accountTail: '0137' }],
  ]
  const [by, body] = forms[n % 3]!
  const words = scan.replace('%%EOF', `% K-${n}\n%%EOF`)
  const file = n % 3 === 0 ? { field: 'scanFile', words } : undefined
  return { ...sending('payment', to, body), file, by }
}

/** What the writers send, one after another: answers to the survey, each voter's one vote, steps of the payment. */
export function forms(at: Written) {
  let voter = 0
  let step = 0
  return {
    answer: () => sending('answer', `/survey/${at.code}/all`, { 'answers.Q4': '养老照护', agreed: 'yes' }),
    vote: () => {
      const cookie = at.papers[voter]
      voter += 1
      return cookie ? { ...sending('vote', `/votes/${at.roundId}/cast/check`, {}), cookie } : null
    },
    payment: () => {
      const sent = paymentStep(at, step)
      step += 1
      return sent
    },
  }
}

const steps = ['payment.submit', 'payment.bounce', 'payment.correct']
/** What the file holds: answers, votes with as many who took part, steps of the payment, and whether the ledger balances. */
export function held(folder: string, { paymentId, roundId }: Pick<Written, 'paymentId' | 'roundId'>) {
  const db = new SQLite(`${folder}/sanshe.sqlite`)
  const n = (sql: string, ...of: string[]) => (db.prepare(sql).get(...of) as { n: number }).n
  const found = {
    answer: n('select count(*) as n from survey_answer'),
    vote: n('select count(*) as n from ballot where round_id = ?', roundId),
    took: n('select count(*) as n from participation where round_id = ?', roundId),
    payment: n(
      `select count(*) as n from journal where subject = ? and action in (${steps.map((s) => `'${s}'`).join()})`,
      paymentId,
    ),
    off: n('select coalesce(sum(amount), 0) as n from ledger_posting'),
    sound: db.pragma('integrity_check', { simple: true }),
  }
  db.close()
  return found
}
