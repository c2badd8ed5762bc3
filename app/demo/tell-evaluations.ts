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
import type { Context } from '#domain/context.ts'
import { personOf } from './base.ts'
import { inBatches } from './batch.ts'
import type { MemberScores } from './district.ts'
import type { Story } from './story.ts'
import { checkBidders, openAndJudgePrices, openByTwo, signRecords } from './tell-keepers.ts'
import { isSplit, type Purchase } from './tell-plans.ts'

/** What the file tells of a panel: how many experts, who else sits, whom the lot is to fall on. */
type Wish = {
  experts: number
  centre?: boolean
  resident?: string
  buyer?: boolean
  lots?: string[]
  next?: string
}
const wishes: Record<string, Wish> = {
  P01: { experts: 4, buyer: true, lots: ['EX08'] },
  P02: { experts: 2, buyer: true, lots: ['EX03'] },
  P04: { experts: 2, buyer: true, centre: true, resident: 'RES05' },
  P05: { experts: 3, buyer: true, centre: true },
  P08: { experts: 2, buyer: true },
  P09: { experts: 2, buyer: true },
  P10: { experts: 2, buyer: true, lots: ['EX01'] },
  P13: { experts: 2, buyer: true },
}
const grant: Wish = { experts: 3 }

const another = new Error('the lot fell on others')

/** Whether the lot fell on those the story needs: the one who must stand down, the one who is shown scoring. */
function fell(story: Story, wish: Wish, drawn: ReadonlyArray<typeof panelSeats.$inferSelect>) {
  const person = (ref: string) => personOf(story.district, ref)
  const sits = (id: string) => drawn.some((s) => s.personId === id)
  const lots = wish.lots?.map(person) ?? []
  return lots.every(sits) && (!wish.resident || sits(person(wish.resident)))
}

/** The draw stays a lot with a seed anyone can check; the story is begun anew until the lot is the one that was told. */
async function draw(story: Story, { tenderId, of, told }: Purchase, when: string) {
  const wish = wishes[told.id] ?? grant
  const centre = story.district.streets.find((s) => s.id === told.buyerId)?.serviceCentre.id
  const handler = story.as(of('handler'), when)
  const transact: Context['transact'] = (work) =>
    story.store.transact(async (tx) => {
      const answer = await work(tx)
      const drawn = await tx.select().from(panelSeats).where(eq(panelSeats.tenderId, tenderId))
      if (!fell(story, wish, drawn)) throw another
      return answer
    })
  const shape = {
    tenderId,
    experts: wish.experts,
    buyerRepId: wish.buyer ? of('finance') : undefined,
    centreRepId: wish.centre && centre ? story.who('centre_officer', centre) : undefined,
    resident: wish.resident !== undefined,
  }
  for (let told = false; !told; )
    told = await drawPanel({ ...handler, transact }, shape).then(
      () => true,
      (error) => {
        if (error === another) return false
        throw error
      },
    )
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
