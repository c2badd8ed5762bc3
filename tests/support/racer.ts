import { standingClock } from '#app/ports/clock.ts'
import { memoryFiles } from '#app/ports/files/memory-files.ts'
import { openVault } from '#app/ports/vault.ts'
import { type CalendarYear, workCalendar } from '#app/ports/work-calendar.ts'
import { openStore } from '#db/client.server.ts'
import type { Store } from '#db/store.ts'
import { castVote } from '#domain/ask/vote/cast-vote.ts'
import type { TwoKeys } from '#domain/ask/vote/trustees/forms.ts'
import { notifyAward } from '#domain/buy/award/notify-award.ts'
import { confirmAward, proposeAward } from '#domain/buy/award/propose-award.ts'
import { openTender } from '#domain/buy/evaluation/open-tender.ts'
import { openSplit } from '#domain/buy/seal/open-split.ts'
import type { Context } from '#domain/context.ts'
import { confirmPayment } from '#domain/deliver/payment/confirm-payment.ts'
import { requestPayment } from '#domain/deliver/payment/request-payment.ts'
import { submitPayment } from '#domain/deliver/payment/submit-payment.ts'
import { once } from '#domain/once.ts'
import { Refusal } from '#domain/refusal.ts'
import { voucherFor } from './payment.ts'

/** An invoice pays once, so each milestone has one of its own. */
const digitsOf = (id: string) =>
  [...id.padEnd(16, '0').slice(0, 16)].map((c) => c.charCodeAt(0) % 10).join('')

/** What two processes race to do; the number is the attempt's own, where each would write something else. */
const acts = {
  open: (ctx: Context, { id }: Target) => openTender(ctx, { tenderId: id }),
  unseal: (ctx: Context, { id, shares }: Target) => openSplit(ctx, { tenderId: id, ...shares! }),
  propose: (ctx: Context, { id }: Target) => proposeAward(ctx, { tenderId: id }),
  confirm: (ctx: Context, { id }: Target) => confirmAward(ctx, { awardId: id }),
  notify: (ctx: Context, { id }: Target) => notifyAward(ctx, { awardId: id }),
  cast: (ctx: Context, { id, entryId = '', choices = [] }: Target, n: number) =>
    castVote(ctx, { roundId: id, entryId, choices: [choices[n % choices.length]!] }),
  request: (ctx: Context, { id }: Target) =>
    requestPayment(ctx, {
      milestoneId: id,
      invoiceNo: `2611${digitsOf(id)}`,
      invoice: Buffer.from(`%PDF-1.4\n% ${id}\n%%EOF\n`),
      payeeName: '暖邻社会工作服务中心',
      accountTail: '0137',
    }),
  voucher: async (ctx: Context, { id }: Target, n: number) =>
    submitPayment(ctx, await voucherFor(ctx, id, `05-${process.pid}-${n}`)),
  receipt: (ctx: Context, { id }: Target, n: number) =>
    confirmPayment(ctx, { paymentId: id, receiptNo: `BR-${process.pid}-${n}` }),
}
type Target = { id: string; entryId?: string; choices?: string[]; shares?: TwoKeys }
export type Race = {
  act: keyof typeof acts
  target: Target
  actor: Context['actor']
  at: number
  times: number
  formKey?: string
}
export type Setting = { url: string; years: CalendarYear[] }
/** How many attempts went through, the answers they got, why others were refused, and what broke. */
export type Outcome = { won: number; answers: string[]; refused: string[]; broken: string[] }

async function race(store: Store, years: CalendarYear[], { act, target, actor, at, times, formKey }: Race) {
  const clock = standingClock(new Date(at))
  const { db, transact, scrub } = store
  const ctx: Context = {
    actor,
    db,
    scrub,
    transact: formKey ? once(transact, clock, formKey, actor.personId) : transact,
    clock,
    wall: clock,
    calendar: workCalendar(years),
    files: memoryFiles(),
    vault: openVault('a test secret of no worth, thirty-two and more'),
  }
  const outcome: Outcome = { won: 0, answers: [], refused: [], broken: [] }
  const attempt = async (n: number) => {
    try {
      const answer = JSON.stringify(await acts[act](ctx, target, n))
      outcome.won += 1
      if (!outcome.answers.includes(answer)) outcome.answers.push(answer)
    } catch (error) {
      if (error instanceof Refusal) outcome.refused.push(error.reason)
      else outcome.broken.push(String(error))
    }
  }
  await Promise.all(Array.from({ length: times }, (_, n) => attempt(n)))
  return outcome
}

/** One of two processes of the product on one database: told where it is, it says it is ready; told a race, how it went. */
let opened: { store: Store; years: CalendarYear[] } | undefined
process.on('message', async (said: Setting | Race) => {
  if ('url' in said) opened = { store: await openStore(said.url), years: said.years }
  process.send!('url' in said ? 'ready' : await race(opened!.store, opened!.years, said))
})
process.on('disconnect', () => void opened?.store.close())
