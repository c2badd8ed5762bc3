import { eq } from 'drizzle-orm'
import { panelSeats, proposals, tenders } from '#db/schema/index.ts'
import { drawPanel } from '#domain/buy/evaluation/draw-panel.ts'
import { findPanel, type PanelSeat } from '#domain/buy/evaluation/find-panel.ts'
import { openTender } from '#domain/buy/evaluation/open-tender.ts'
import { voteQualification } from '#domain/buy/evaluation/qualify.ts'
import { declareClear } from '#domain/buy/evaluation/recuse.ts'
import { drawUpReport, signReport } from '#domain/buy/evaluation/report.ts'
import { saveScore, submitSheet } from '#domain/buy/evaluation/score.ts'
import { witnessOpening } from '#domain/buy/evaluation/witness-opening.ts'
import { inBatches } from './batch.ts'
import type { MemberScores } from './district.ts'
import type { Story } from './story.ts'
import { checkBidders, openAndJudgePrices, openByTwo, signRecords } from './tell-keepers.ts'
import { isSplit, type Purchase } from './tell-plans.ts'
import { lotsOf, wishOf } from './wished-lots.ts'

/** The lot falls as its promised seed has it; a story whose lot fell on others would be another story. */
async function draw(story: Story, { tenderId, of, told }: Purchase, when: string) {
  const wish = wishOf(told.id)
  const centre = story.district.streets.find((s) => s.id === told.buyerId)?.serviceCentre.id
  await drawPanel(story.as(of('handler'), when), {
    tenderId,
    experts: wish.experts,
    buyerRepId: wish.buyer ? of('finance') : undefined,
    centreRepId: wish.centre && centre ? story.who('centre_officer', centre) : undefined,
    resident: wish.resident !== undefined,
  })
  const drawn = await story.store.db.select().from(panelSeats).where(eq(panelSeats.tenderId, tenderId))
  const missing = lotsOf(story, wish).find((id) => !drawn.some((s) => s.personId === id))
  if (missing) throw new Error(`the lot of ${told.id} did not fall on ${missing}`)
}

const minutes = (when: string, n: number) => {
  const at = new Date(Date.parse(`${when.replace(' ', 'T')}:00Z`) + n * 60_000)
  return at.toISOString().slice(0, 16).replace('T', ' ')
}

const twoEnvelopes = ({ script }: Purchase) => script.route === 'OPEN_TENDER'

/** 开启: by two people, or by two keepers' shares; of two envelopes quality first, and the buyer looks at who may take part. */
export async function open(story: Story, purchase: Purchase) {
  const { tenderId, of, script } = purchase
  if (isSplit(script)) {
    await openByTwo(story, purchase, script.opened!)
    if (twoEnvelopes(purchase)) return checkBidders(story, purchase, script.opened!)
    return signRecords(story, purchase, script.opened!)
  }
  await witnessOpening(story.as(of('approver'), script.opened!), { tenderId })
  return openTender(story.as(of('handler'), script.opened!), { tenderId })
}

/** 开启, 声明, 资格审查: after this the panel may score. */
export async function openAndQualify(story: Story, purchase: Purchase) {
  const { tenderId, script } = purchase
  await draw(story, purchase, `${script.tender![3].slice(0, 10)} 08:30`)
  await open(story, purchase)
  const when = script.evaluated?.[0] ?? minutes(script.opened!, 30)
  const { seats } = await findPanel(story.store.db, tenderId)
  await inBatches(seats, (s) => declareClear(story.as(s.personId, when), { tenderId }))
  const came = await story.store.db.select().from(proposals).where(eq(proposals.tenderId, tenderId))
  const votes = came.map((p) => ({ proposalId: p.id, passes: true }))
  for (const s of seats) await voteQualification(story.as(s.personId, minutes(when, 15)), { tenderId, votes })
  return seats
}

/** Whose numbers of the file a seat gives: by its kind, experts in their order. */
function given(sheets: readonly MemberScores[], seats: readonly PanelSeat[], seat: PanelSeat) {
  const names = { buyer: 'buyerRep', centre: 'centreRep', resident: 'residentRep' } as const
  if (seat.kind !== 'expert') return sheets.find((s) => s.member === names[seat.kind as keyof typeof names])!
  const experts = sheets.filter((s) => s.member.startsWith('EX'))
  return experts[seats.filter((s) => s.kind === 'expert').indexOf(seat)]!
}

const why = {
  high: '论证充分，与调查数据一致，安排具体可行。',
  low: '基本可行，细化不足，应急安排没有写清。',
}

async function score(
  story: Story,
  purchase: Purchase,
  seats: readonly PanelSeat[],
  seat: PanelSeat,
  when: string,
) {
  const { tenderId, told, script } = purchase
  const all = { ...told.evaluatorScores, ...script.scores }
  const { call } = await findPanel(story.store.db, tenderId)
  const came = await story.store.db.select().from(proposals).where(eq(proposals.tenderId, tenderId))
  const cells = came.flatMap((p) =>
    call.criteria
      .filter((c) => c.kind !== 'formula')
      .map((c) => {
        const sheets = all[p.supplierId]!
        const points = given(sheets, seats, seat).scores[c.code]!
        const others = sheets.map((s) => s.scores[c.code]!)
        const wide = Math.max(...others) - Math.min(...others) > c.max * 0.2
        const comment = points === Math.max(...others) ? why.high : why.low
        return { proposalId: p.id, criterionId: c.id, points, comment: wide ? comment : undefined }
      }),
  )
  const [first, ...rest] = cells.map(
    (cell) => () => saveScore(story.as(seat.personId, when), { tenderId, ...cell }),
  )
  await first!()
  await inBatches(rest, (save) => save())
  await submitSheet(story.as(seat.personId, minutes(when, 40)), { tenderId })
}

/** 评审: each member's own sheet, then one report on its hash, signed by all. */
export async function evaluate(story: Story, purchase: Purchase) {
  const seats = await openAndQualify(story, purchase)
  const [, scored, reported] = purchase.script.evaluated!
  const { tenderId } = purchase
  await inBatches(seats, (seat) => score(story, purchase, seats, seat, scored))
  if (twoEnvelopes(purchase)) await openAndJudgePrices(story, purchase, seats, minutes(scored, 60))
  await drawUpReport(story.as(seats[0]!.personId, reported), { tenderId })
  const [{ hash } = { hash: '' }] = await story.store.db
    .select({ hash: tenders.reportHash })
    .from(tenders)
    .where(eq(tenders.id, tenderId))
  for (const s of seats)
    await signReport(story.as(s.personId, minutes(reported, 20)), { tenderId, hash: hash! })
}
