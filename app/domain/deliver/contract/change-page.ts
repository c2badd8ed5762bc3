import { eq } from 'drizzle-orm'
import { contracts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { minus, sum, zero } from '../../money.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { indicatorsOf } from '../milestone/find-milestone.ts'
import { change as machine } from './change-machine.ts'
import {
  type Change,
  changesOf,
  findChange,
  lowers,
  openTranche,
  roomOf,
  subjectOf,
  waitsForCommittee,
} from './find-change.ts'
import { findContract } from './find-contract.ts'
import { partyNames, personNames } from './names.ts'
import { workersFor } from './workers-for.ts'

/** What the price was on a day: what it is now, less what was agreed since. */
async function pricesOf(db: Reader, contractId: string) {
  const [row] = await db
    .select({ price: contracts.price })
    .from(contracts)
    .where(eq(contracts.id, contractId))
  const agreed = (await changesOf(db, contractId)).filter((c) => c.state === 'approved')
  return (at: Date) => {
    const since = agreed.filter((c) => c.decidedAt! >= at).map((c) => c.priceBy ?? zero)
    return minus(row!.price, sum(since))
  }
}

type Named = { code: string; name: string; unit: string }
const told = (c: Change, known: readonly Named[]) => ({
  id: c.id,
  refNo: c.refNo,
  state: c.state,
  rationale: c.rationale,
  reason: c.reason,
  priceBy: c.priceBy,
  toWas: c.toWas,
  to: c.to,
  indicators: c.indicators.map(({ code, was, target }) => {
    const of = known.find((i) => i.code === code)
    return { code, name: of?.name ?? code, unit: of?.unit ?? '', was, target }
  }),
  lowers: lowers(c),
  draftedAt: c.draftedAt,
  opinion: c.opinion,
  opinionFor: c.opinionFor === null ? null : c.opinionFor === 1,
  opinionAt: c.opinionAt,
  acknowledgedAt: c.acknowledgedAt,
  decision: c.decision,
  decidedAt: c.decidedAt,
  hash: c.hash,
})

/** Changes as pages show them: what it was, what it becomes, who said what. */
export async function shownChanges(db: Reader, contractId: string, changes: readonly Change[]) {
  if (changes.length === 0) return []
  const people = await personNames(
    db,
    changes.flatMap((c) => [c.workerWas, c.workerId]),
  )
  const bodies = await partyNames(
    db,
    changes.map((c) => c.draftedParty),
  )
  const known = await indicatorsOf(db, contractId)
  const priceAt = await pricesOf(db, contractId)
  return changes.map((c) => ({
    ...told(c, known),
    priceWas: priceAt(c.draftedAt),
    by: bodies[c.draftedParty] ?? '',
    workerWas: people[c.workerWas ?? ''] ?? null,
    worker: people[c.workerId ?? ''] ?? null,
  }))
}
export type ShownChange = Awaited<ReturnType<typeof shownChanges>>[number]

/** The changes in force, for everyone. */
export const publicChanges = async (db: Reader, contractId: string) =>
  shownChanges(
    db,
    contractId,
    (await changesOf(db, contractId)).filter((c) => c.state === 'approved'),
  )

/** One change for those who are party to the contract, with what this person may do to it now. */
export async function changePage(ctx: Context, contractId: string, changeId: string) {
  const was = await findChange(ctx.db, changeId)
  if (was.contractId !== contractId) throw new Refusal('missing', 'change-missing')
  authorize(ctx.actor, 'contract.read', was.contract)
  const [shown] = await shownChanges(ctx.db, contractId, [was])
  const subject = subjectOf(was)
  const open = was.state === 'draft'
  return {
    change: shown!,
    contract: { id: contractId, title: was.contract.title, refNo: was.contract.refNo },
    mayOpine: open && !was.opinionAt && may(ctx.actor, 'change.opine', subject),
    acts: machine
      .open(was.state)
      .filter((act) => may(ctx.actor, `change.${act}` as 'change.approve', subject)),
    waitsForOpinion: open && lowers(was) && !was.opinionAt,
    waitsForCommittee: open && waitsForCommittee(was),
    mayAcknowledge: open && waitsForCommittee(was) && may(ctx.actor, 'change.acknowledge', subject),
  }
}

/** What a change is written from: what the contract says now, and how far it may move. */
export async function changeDraftPage(ctx: Context, contractId: string) {
  const c = await findContract(ctx.db, contractId)
  authorize(ctx.actor, 'change.draft', c)
  const today = dateOf(ctx.clock.now())
  const worker = c.linkages.find((l) => l.sector === 'social_worker')?.personId ?? null
  const workers = await workersFor(ctx.db, { ...c, on: today })
  return {
    id: c.id,
    title: c.title,
    price: c.price,
    to: c.to,
    running: c.state === 'published',
    room: await roomOf(ctx.db, c, today),
    tranche: (await openTranche(ctx.db, c.id))?.title ?? null,
    indicators: await indicatorsOf(ctx.db, c.id),
    worker: workers.find((w) => w.id === worker)?.name ?? null,
    workers: workers.filter((w) => w.id !== worker).map(({ id, name }) => ({ id, name })),
  }
}
