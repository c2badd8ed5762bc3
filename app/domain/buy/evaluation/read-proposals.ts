import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { openAttachment } from '../proposal/attachments.ts'
import { asksOf, saidOf } from './ask-low-price.ts'
import { supplementsOf, suppliedOf } from './ask-supplement.ts'
import { differences, wideSpreads } from './differences.ts'
import { scoresOf, votesOf } from './find-panel.ts'
import { beforePanel, lowPrices, type Opened, stillIn } from './opened.ts'
import { factsOf, giveaways, reading } from './reading.ts'
import { isQualified, mayScore } from './verdicts.ts'

/** A price two readings disagree on, as the panel sees it. */
const correctionOf = ({ correction: c }: Opened, seatId: string, ordinal: (id: string) => number) =>
  c && {
    was: c.was,
    corrected: c.corrected,
    steps: c.steps,
    words: c.words,
    foundBy: ordinal(c.foundBy),
    agreed: c.agreedBy.length,
    mine: c.agreedBy.includes(seatId),
    asked: c.agreedAt !== null,
    dueAt: c.dueAt,
    answer: c.answer,
  }

type Read = Awaited<ReturnType<typeof reading>>
/** Each proposal with its facts, what its price trips, and what its bidder was asked and said. */
async function checkedOf(ctx: Context, { panel, mine, all }: Read) {
  const names = await giveaways(ctx, all)
  const flags = await lowPrices(ctx.db, panel.call, all)
  const asks = await asksOf(ctx.db, panel.call.id)
  const supplied = await supplementsOf(ctx.db, panel.call.id)
  const now = ctx.clock.now()
  const seat = (id: string) => panel.seats.find((s) => s.id === id)?.ordinal ?? 0
  const of = <T extends { proposalId: string }>(list: T[], p: Opened) =>
    list.find((one) => one.proposalId === p.id)
  return beforePanel(all).map((p) => ({
    ...factsOf(panel, p, names, now),
    tests: flags.find((f) => f.p.id === p.id)?.tests ?? [],
    figures: flags.find((f) => f.p.id === p.id)?.figures ?? [],
    said: saidOf(of(asks, p), names, now),
    supplied: suppliedOf(of(supplied, p), names, now),
    correction: correctionOf(p, mine.id, seat),
  }))
}

export async function readQualification(ctx: Context, tenderId: string) {
  const read = await reading(ctx, tenderId)
  const { panel, mine, call, all } = read
  const given = await votesOf(ctx.db, tenderId)
  const qualified = isQualified(panel, given, all)
  const byBuyer = panel.call.method.buyerQualifies
  return {
    settled: { qualification: qualified, low_price: qualified && (await mayScore(ctx.db, panel, all)) },
    call: { ...call, qualification: panel.call.qualification },
    byBuyer,
    buyerFirst: byBuyer && all.some((p) => !p.buyerCheck),
    proposals: await checkedOf(ctx, read),
    votes: given
      .filter((v) => v.panelSeatId === mine.id)
      .map(({ proposalId, about, passes, ground, words, failed }) => {
        return { proposalId, about, passes, ground, words, failed: failed ?? [] }
      }),
  }
}

/** One proposal and what its bidder may still be asked. */
export async function readAsking(ctx: Context, tenderId: string, proposalId: string) {
  const { call, proposals, settled } = await readQualification(ctx, tenderId)
  const p = proposals.find((one) => one.id === proposalId)
  if (!p) throw new Refusal('missing', 'proposal-missing')
  const over = settled.qualification || p.state === 'disqualified'
  return { call: { id: call.id, title: call.title }, noPrice: call.noPrice, settled: over, p }
}

/** Once all are locked: where facts differ, and which of the member's scores need words. */
export async function readDifferences(ctx: Context, tenderId: string) {
  const { panel, mine, call, all } = await reading(ctx, tenderId)
  if (!panel.locked) return { call, ready: false as const, differ: [], wide: [] }
  const valid = stillIn(all)
  const given = await scoresOf(ctx.db, tenderId)
  const seen = (c: { proposalId: string; criterionId: string; low: number; high: number }) => ({
    ...c,
    alias: valid.find((p) => p.id === c.proposalId)!.alias!,
    name: call.criteria.find((k) => k.id === c.criterionId)!.name,
    mine:
      given.find(
        (s) => s.seatId === mine.id && s.proposalId === c.proposalId && s.criterionId === c.criterionId,
      ) ?? null,
  })
  return {
    call,
    ready: true as const,
    differ: differences(call.criteria, valid, given).map(seen),
    wide: (await wideSpreads(ctx.db, panel.call, valid, given)).map(seen),
  }
}

/** The bytes of one attachment, to a member who may read. */
export async function readAttachment(ctx: Context, tenderId: string, proposalId: string, hash: string) {
  const { all } = await reading(ctx, tenderId)
  if (!all.some((p) => p.id === proposalId)) throw new Refusal('missing', 'file-missing')
  return openAttachment(ctx, ctx.db, proposalId, hash)
}
