import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { activitySessions, serviceUsers, sessionArrivals } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { arrivalChannels } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findContract } from '../contract/find-contract.ts'
import { serviceCode } from './code-of-user.ts'
import { activityKinds, type SessionWords } from './forms.ts'
import { keepPhotos, shelvePhotos } from './photos.ts'
import { mayBeWritten, write } from './record-activity.ts'

export async function findSession(db: Reader, of: { id: string } | { code: string }) {
  const where = 'id' in of ? eq(activitySessions.id, of.id) : eq(activitySessions.code, of.code)
  const [found] = await db.select().from(activitySessions).where(where)
  if (!found) throw new Refusal('missing', 'session-missing')
  return found
}

/** 活动场次: announced with a code for its door. */
export const planSession = (ctx: Context, { contractId, ...words }: SessionWords) =>
  ctx.transact(async (tx) => {
    const contract = await findContract(tx, contractId)
    authorize(ctx.actor, 'diary.record', contract)
    if (contract.state !== 'published') throw new Refusal('conflict', 'contract-not-running')
    const { from, to } = contract
    if (words.heldOn < from || words.heldOn > to)
      throw new Refusal('invalid', 'diary-outside-term', { from, to })
    const by = { madeBy: ctx.actor.personId!, createdAt: ctx.clock.now(), code: newId().slice(0, 10) }
    const [made] = await tx
      .insert(activitySessions)
      .values({ ...words, ...by, contractId })
      .returning({ id: activitySessions.id })
    await record(tx, ctx, 'session.plan', { subject: made!.id })
    return { id: made!.id, contractId }
  })

/** One arrival a person: whoever ticks twice, or stands on the sheet as well, came once. */
async function arrive(
  tx: Tx,
  ctx: Context,
  sessionId: string,
  ids: readonly string[],
  via: (typeof arrivalChannels)[number],
) {
  if (ids.length === 0) return
  const at = ctx.clock.now()
  await tx
    .insert(sessionArrivals)
    .values(ids.map((serviceUserId) => ({ sessionId, serviceUserId, via, at })))
    .onConflictDoNothing()
}

/** A wrong code is counted, so its transaction stands. */
async function tickIn(tx: Tx, ctx: Context, door: string, typed: string) {
  const session = await findSession(tx, { code: door })
  const today = dateOf(ctx.clock.now())
  if (session.entryId) throw new Refusal('conflict', 'session-closed')
  if (session.heldOn !== today) throw new Refusal('conflict', 'session-other-day', { on: session.heldOn })
  const most = (await parameter(tx, 'DOOR_TRIES', today)).value
  if (session.tries >= most) throw new Refusal('conflict', 'session-locked')
  const { contractId } = session
  const users = await tx
    .select({ id: serviceUsers.id })
    .from(serviceUsers)
    .where(eq(serviceUsers.contractId, contractId))
  const who = users.find(({ id }) => serviceCode(ctx.vault, { id, contractId }) === typed)
  if (who) await arrive(tx, ctx, session.id, [who.id], 'code')
  else
    await tx
      .update(activitySessions)
      .set({ tries: session.tries + 1 })
      .where(eq(activitySessions.id, session.id))
  return { wrong: !who }
}

/** 扫码到场: the person served ticks himself in at the door, without an account; nothing on the page says who he is. */
export async function tickHere(ctx: Context, { door, code }: { door: string; code: string }) {
  const { wrong } = await ctx.transact((tx) => tickIn(tx, ctx, door, code))
  if (wrong) throw new Refusal('invalid', 'service-code-wrong')
  return { door }
}

type Of = { contractId: string; sessionId: string }
async function openFor(tx: Tx, ctx: Context, { contractId, sessionId }: Of) {
  const session = await findSession(tx, { id: sessionId })
  if (session.contractId !== contractId) throw new Refusal('missing', 'session-missing')
  const contract = await findContract(tx, contractId)
  authorize(ctx.actor, 'diary.record', contract)
  if (session.entryId) throw new Refusal('conflict', 'session-closed')
  return { session, contract }
}

/** 录入签到表: the paper sheet of those who did not use the code. */
export const typeSheet = (ctx: Context, { came, ...of }: Of & { came: string[] }) =>
  ctx.transact(async (tx) => {
    const { session } = await openFor(tx, ctx, of)
    const { heldOn } = session
    if (heldOn > dateOf(ctx.clock.now())) throw new Refusal('conflict', 'session-other-day', { on: heldOn })
    const ids = [...new Set(came)]
    const known = await tx
      .select({ id: serviceUsers.id })
      .from(serviceUsers)
      .where(
        and(
          eq(serviceUsers.contractId, of.contractId),
          inArray(serviceUsers.id, ids.length > 0 ? ids : ['']),
        ),
      )
    if (known.length < ids.length) throw new Refusal('invalid', 'attendance-unknown')
    await arrive(tx, ctx, session.id, ids, 'sheet')
    await record(tx, ctx, 'session.sheet', { subject: session.id }, { came: ids.length })
    return { id: session.id, contractId: of.contractId }
  })

type Closing = Of & { minutes: number; words: string; personTimes?: number; photos?: readonly Buffer[] }
/** 记入服务日志: the session becomes one entry of the diary, with everybody who came, once. */
export async function closeSession(ctx: Context, { contractId, sessionId, photos = [], ...said }: Closing) {
  authorize(ctx.actor, 'diary.record', await findContract(ctx.db, contractId))
  const kept = await keepPhotos(ctx, photos)
  return ctx.transact(async (tx) => {
    const { session, contract } = await openFor(tx, ctx, { contractId, sessionId })
    const { heldOn, title } = session
    const kind = activityKinds.find((one) => one === session.kind) ?? 'activity'
    mayBeWritten(ctx, contract, { heldOn })
    const arrived = await tx.select().from(sessionArrivals).where(eq(sessionArrivals.sessionId, sessionId))
    const came = arrived.map(({ serviceUserId }) => serviceUserId)
    const entryId = await write(tx, ctx, { ...said, contractId, heldOn, title, kind, came }, came)
    await tx.update(activitySessions).set({ entryId }).where(eq(activitySessions.id, sessionId))
    await shelvePhotos(tx, ctx, { ownerId: contract.supplierId, subject: entryId }, kept)
    await record(tx, ctx, 'diary.record', { subject: entryId }, { kind, heldOn, photos: kept.length })
    return { id: entryId, contractId }
  })
}
