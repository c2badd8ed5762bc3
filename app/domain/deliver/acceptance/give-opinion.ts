import { and, eq } from 'drizzle-orm'
import { acceptanceOpinions, persons, serviceUsers } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { type AcceptanceFacts, findAcceptance, servedAs } from './find-acceptance.ts'
import type { EnterOpinion, GiveOpinion } from './forms.ts'
import { isCalled } from './lots.ts'

/** The telephone a signed-in person is known by, as its keyed hash. */
export async function phoneHashOf(db: Reader, personId: string | null) {
  if (!personId) return null
  const [me] = await db.select({ hash: persons.phoneHash }).from(persons).where(eq(persons.id, personId))
  return me?.hash ?? null
}

/** 服务对象意见, by the person served, on their own telephone. */
export const giveOpinion = (ctx: Context, { acceptanceId, level, words }: GiveOpinion) =>
  ctx.transact(async (tx) => {
    const was = await findAcceptance(tx, acceptanceId)
    const me = await servedAs(
      tx,
      ctx.actor,
      was.milestone.contractId,
      await phoneHashOf(tx, ctx.actor.personId),
    )
    authorize(ctx.actor, 'acceptance.opine', { servedId: me?.id ?? null })
    await write(tx, ctx, was, { serviceUserId: me!.id, channel: 'phone', level, words, enteredBy: null })
    await record(tx, ctx, 'acceptance.opine', { subject: acceptanceId }, { channel: 'phone' })
    return { id: acceptanceId }
  })

/** The same from paper or over the telephone, written down by a clerk who is named as the helper. */
export const enterOpinion = (ctx: Context, { acceptanceId, ...opinion }: EnterOpinion) =>
  ctx.transact(async (tx) => {
    const was = await findAcceptance(tx, acceptanceId)
    authorize(ctx.actor, 'acceptance.enter', was.milestone.contract)
    const [user] = await tx
      .select({ id: serviceUsers.id })
      .from(serviceUsers)
      .where(
        and(
          eq(serviceUsers.id, opinion.serviceUserId),
          eq(serviceUsers.contractId, was.milestone.contractId),
        ),
      )
    if (!user) throw new Refusal('invalid', 'not-a-service-user')
    if (was.state === 'opened' && !isCalled(was, user.id)) throw new Refusal('conflict', 'opinion-not-drawn')
    await write(tx, ctx, was, { ...opinion, enteredBy: ctx.actor.personId })
    await record(tx, ctx, 'acceptance.enter', { subject: acceptanceId }, { channel: opinion.channel })
    return { id: acceptanceId }
  })

type Said = Pick<
  typeof acceptanceOpinions.$inferInsert,
  'serviceUserId' | 'channel' | 'level' | 'words' | 'enteredBy'
>
async function write(tx: Tx, ctx: Context, was: AcceptanceFacts, said: Said) {
  if (was.state !== 'opened') throw new Refusal('conflict', 'acceptance-concluded')
  if ([...was.opinions, ...was.beside].some((o) => o.serviceUserId === said.serviceUserId))
    throw new Refusal('conflict', 'opinion-already-given')
  await tx
    .insert(acceptanceOpinions)
    .values({ ...said, words: said.words || null, acceptanceId: was.id, at: ctx.clock.now() })
}
