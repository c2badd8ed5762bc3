import { and, eq, inArray, ne, or } from 'drizzle-orm'
import { contracts, milestones, parties, ratings, rectifications, serviceUsers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { phoneHashOf } from '../../deliver/acceptance/give-opinion.ts'
import { contractsOf } from '../../deliver/contract/list-contracts.ts'
import type { DeskItem, Due } from '../../desk-item.ts'
import { parameter } from '../../parameters.ts'
import { unansweredOf } from './find-rating.ts'
import { orderFixesToAnswer, orderFixesToJudge } from './orders/desk.ts'
import { servedPeople } from './served-people.ts'

type Contract = typeof contracts.$inferSelect
const item = (c: Contract, more: Pick<DeskItem, 'key' | 'link' | 'since'> & Partial<DeskItem>): DeskItem => ({
  matter: c.title,
  chapter: 'rate',
  due: null,
  kind: 'act',
  ...more,
})

/** Bad ratings this organisation has to put right, or whose raters it waits for. */
async function toPutRight(db: Reader, partyId: string): Promise<DeskItem[]> {
  const fixes = await db
    .select({ fix: rectifications, c: contracts })
    .from(rectifications)
    .innerJoin(contracts, eq(contracts.id, rectifications.contractId))
    .where(and(eq(contracts.supplierId, partyId), ne(rectifications.state, 'accepted_by_rater')))
  const due = async (fix: typeof rectifications.$inferSelect): Promise<Due> => {
    const { source, mark } = await parameter(db, 'RECTIFY', dateOf(fix.openedAt))
    return { at: fix.dueAt, source, mark: mark as Due['mark'] }
  }
  const items = fixes.map(async ({ fix, c }) => {
    const about = { since: fix.openedAt, link: `/desk/ratings/one/${fix.ratingId}` }
    return fix.state === 'answered'
      ? item(c, { ...about, key: 'rectification.wait', kind: 'wait' })
      : item(c, { ...about, key: 'rectification.answer', due: await due(fix) })
  })
  return Promise.all(items)
}

/** Ratings this organisation may answer, a contract at a time. */
async function toReply(db: Reader, partyId: string): Promise<DeskItem[]> {
  const unanswered = await unansweredOf(db, partyId)
  const byContract = new Map(unanswered.map(({ c }) => [c.id, c]))
  return [...byContract.values()].map((c) => {
    const mine = unanswered.filter((u) => u.c.id === c.id)
    const link = `/desk/ratings/${c.id}`
    return item(c, { key: 'rating.reply', params: { n: mine.length }, since: mine[0]!.r.givenAt!, link })
  })
}

/** Accepted work whose people nobody has asked yet. */
async function ofClerk(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const around = (await contractsOf(db, ctx.actor))
    .map(({ contract }) => contract)
    .filter((c) => c.publishedAt)
  if (around.length === 0) return []
  const ids = around.map((c) => c.id)
  const done = await db
    .select()
    .from(milestones)
    .where(
      and(
        inArray(milestones.contractId, ids),
        eq(milestones.state, 'accepted'),
        ne(milestones.gate, 'publication'),
      ),
    )
  const rows = await db.select().from(ratings).where(inArray(ratings.contractId, ids))
  const items = around.map(async (c) => {
    const since = done.find((m) => m.contractId === c.id)?.acceptedAt
    const heard = rows.filter((r) => r.contractId === c.id)
    const n = since
      ? (await servedPeople(db, c.id)).filter((u) => !heard.some((r) => r.serviceUserId === u.id)).length
      : 0
    return n > 0
      ? [item(c, { key: 'rating.invite', params: { n }, since: since!, link: `/desk/ratings/${c.id}` })]
      : []
  })
  return (await Promise.all(items)).flat()
}

type Used = { user: typeof serviceUsers.$inferSelect; c: Contract; supplier: string }
/** One service somebody used: an answer of his to judge, or a rating of his to give. */
async function ofService(db: Reader, { user, c, supplier }: Used): Promise<DeskItem[]> {
  const [row] = await db
    .select({ r: ratings, fix: rectifications })
    .from(ratings)
    .leftJoin(rectifications, eq(rectifications.ratingId, ratings.id))
    .where(and(eq(ratings.contractId, c.id), eq(ratings.serviceUserId, user.id)))
  const about = { link: `/rate/of/${c.id}`, params: { supplier } }
  if (row?.fix?.state === 'answered')
    return [item(c, { ...about, key: 'rectification.judge', since: row.fix.answeredAt! })]
  if (row && row.r.state !== 'invited') return []
  const served = (await servedPeople(db, c.id)).some((u) => u.id === user.id)
  if (!served || !c.publishedAt) return []
  return [item(c, { ...about, key: 'rating.give', since: row?.r.invitedAt ?? c.publishedAt })]
}

/** Services this person used and has not rated; answers to his bad rating he has not judged. */
async function ofPerson(db: Reader, personId: string): Promise<DeskItem[]> {
  const hash = await phoneHashOf(db, personId)
  const mine = await db
    .select({ user: serviceUsers, c: contracts, supplier: parties.name })
    .from(serviceUsers)
    .innerJoin(contracts, eq(contracts.id, serviceUsers.contractId))
    .innerJoin(parties, eq(parties.id, contracts.supplierId))
    .where(
      hash
        ? or(eq(serviceUsers.personId, personId), eq(serviceUsers.phoneHash, hash))
        : eq(serviceUsers.personId, personId),
    )
  return (await Promise.all(mine.map((used) => ofService(db, used)))).flat()
}

/** Services to rate, people to ask, ratings to answer, bad ones to put right. */
export async function deskOfRating(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { personId, seat } = ctx.actor
  if (!personId) return []
  const own = [...(await ofPerson(db, personId)), ...(await orderFixesToJudge(db, ctx))]
  if (seat?.role === 'org_editor' || seat?.role === 'org_signer')
    return [
      ...own,
      ...(await toPutRight(db, seat.partyId)),
      ...(await orderFixesToAnswer(db, seat.partyId)),
      ...(await toReply(db, seat.partyId)),
    ]
  if (seat?.role === 'committee_clerk' || seat?.role === 'station_clerk')
    return [...own, ...(await ofClerk(db, ctx))]
  return own
}
