import { and, eq, inArray, ne } from 'drizzle-orm'
import { acceptances, payments } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { pick } from '../../pick.ts'
import { authorize, may } from '../../policy/index.ts'
import { diaryOf } from '../diary/find-diary.ts'
import { servedBy } from '../diary/served.ts'
import { findingsOf } from '../supervision/find-finding.ts'
import { holdsMoney } from '../supervision/frozen.ts'
import { warningsOf } from '../supervision/warnings.ts'
import { shownChanges } from './change-page.ts'
import { actsOn, clockOf, sectorOf } from './contract-file.ts'
import { changesOf } from './find-change.ts'
import { findContract } from './find-contract.ts'
import { contractPage } from './public-contract.ts'
import { roomSubcontracts } from './subcontract/subcontract-page.ts'
import { waitsOf } from './waits-of.ts'

const moneyOf = async (db: Reader, contractId: string) => {
  const rows = await db
    .select()
    .from(payments)
    .where(and(eq(payments.contractId, contractId), ne(payments.state, 'declined')))
  return rows.map(({ id, milestoneId, state, amount, paidAt }) => ({
    id,
    milestoneId,
    state,
    amount,
    paidAt,
  }))
}

async function acceptancesOn(db: Reader, parts: ReadonlyArray<{ id: string }>) {
  const ids = parts.map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await db.select().from(acceptances).where(inArray(acceptances.milestoneId, ids))
  return rows.map(({ id, milestoneId, state, met, openedAt }) => ({ id, milestoneId, state, met, openedAt }))
}

/** What this person may do in the room; work is recorded and paid for only while the contract runs. */
function mayIn(ctx: Context, c: Awaited<ReturnType<typeof findContract>>) {
  const runs = c.state === 'published'
  return {
    record: runs && may(ctx.actor, 'diary.record', c),
    people: may(ctx.actor, 'service_user.read', c),
    openCase: runs && may(ctx.actor, 'caseFile.open', c),
    claim: runs && may(ctx.actor, 'milestone.claim', c),
    change: runs && may(ctx.actor, 'change.draft', c),
    money: may(ctx.actor, 'payment.read', c),
    raise: runs && may(ctx.actor, 'finding.raise', c),
    assess: may(ctx.actor, 'assessment.open', c),
    file: true,
  }
}

/** What was found in its work, as the room lists it. */
const foundIn = async (db: Reader, contractId: string) =>
  (await findingsOf(db, contractId)).map((found) => ({
    ...pick(found, ['id', 'words', 'state', 'dueAt', 'createdAt']),
    holds: holdsMoney(found),
  }))

/** The room of a contract: where it stands, who is stuck, what was done, what this person may do. */
export async function contractRoom(ctx: Context, contractId: string) {
  const c = await findContract(ctx.db, contractId)
  authorize(ctx.actor, 'contract.read', c)
  const page = await contractPage(ctx.db, c)
  const reads = may(ctx.actor, 'service_user.read', c)
  return {
    ...page,
    waits: await waitsOf(ctx.db, c, dateOf(ctx.clock.now())),
    due: await clockOf(ctx, c),
    acts: actsOn(ctx, c),
    sector: sectorOf(ctx, c),
    served: await servedBy(ctx.db, contractId),
    diary: reads ? await diaryOf(ctx.db, contractId, { limit: 5, readerId: ctx.actor.personId }) : [],
    payments: await moneyOf(ctx.db, contractId),
    acceptances: await acceptancesOn(ctx.db, page.milestones),
    findings: await foundIn(ctx.db, contractId),
    warnings: await warningsOf(ctx.db, c, dateOf(ctx.clock.now())),
    may: mayIn(ctx, c),
    subcontracts: await roomSubcontracts(ctx, c),
    changes: await shownChanges(ctx.db, contractId, await changesOf(ctx.db, contractId)),
    now: ctx.clock.now(),
  }
}
