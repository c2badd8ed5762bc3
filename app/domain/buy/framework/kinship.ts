import { and, eq, isNull } from 'drizzle-orm'
import { kinships, parties, persons } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { KinWords } from './forms.ts'

async function byPhone(tx: Tx, ctx: Context, phone: string) {
  const [found] = await tx
    .select({ id: persons.id, name: persons.name, communityId: persons.communityId })
    .from(persons)
    .where(eq(persons.phoneHash, ctx.vault.keyed('phone', phone)))
  if (!found) throw new Refusal('missing', 'kin-phone-unknown')
  return found
}

/** The committee and the station of a community: whoever sits there may write down who acts for whom. */
export const bodiesOf = async (db: Reader, communityId: string | null) =>
  communityId === null
    ? []
    : (await db.select({ id: parties.id }).from(parties).where(eq(parties.placeId, communityId))).map(
        (p) => p.id,
      )

/** Those who act for a person today. */
export const agentsOf = async (db: Reader, personId: string) =>
  (
    await db
      .select({ agentId: kinships.agentId })
      .from(kinships)
      .where(and(eq(kinships.personId, personId), isNull(kinships.endedAt)))
  ).map((k) => k.agentId)

/** Those a person acts for today. */
export const kinOf = (db: Reader, agentId: string) =>
  db
    .select({ personId: kinships.personId, name: persons.name, relation: kinships.relation })
    .from(kinships)
    .innerJoin(persons, eq(persons.id, kinships.personId))
    .where(and(eq(kinships.agentId, agentId), isNull(kinships.endedAt)))

/** Whether a number is anybody's is told to nobody who may not write at all. */
const mustWrite = ({ actor }: Context) =>
  authorize(actor, 'kinship.write', { bodies: actor.seat ? [actor.seat.partyId] : [], kinIds: [] })

/** 家属代办登记: the committee or the station writes down, after the resident agreed, who may order for her. */
export const writeKinship = (ctx: Context, { phone, agentPhone, relation, consent }: KinWords) =>
  ctx.transact(async (tx) => {
    mustWrite(ctx)
    const person = await byPhone(tx, ctx, phone)
    const agent = await byPhone(tx, ctx, agentPhone)
    const bodies = await bodiesOf(tx, person.communityId)
    authorize(ctx.actor, 'kinship.write', { bodies, kinIds: [person.id, agent.id] })
    if (person.id === agent.id) throw new Refusal('invalid', 'kin-same-person')
    if ((await agentsOf(tx, person.id)).includes(agent.id)) throw new Refusal('conflict', 'kin-already')
    const made = {
      personId: person.id,
      agentId: agent.id,
      relation,
      consent,
      communityId: person.communityId!,
    }
    const by = { writtenBy: ctx.actor.personId!, writtenAt: ctx.clock.now() }
    const [row] = await tx
      .insert(kinships)
      .values({ ...made, ...by })
      .returning({ id: kinships.id })
    await notify(tx, ctx, { personId: agent.id }, 'kin-written', '/orders', { name: person.name })
    await notify(tx, ctx, { personId: person.id }, 'kin-told', '/orders', { name: agent.name })
    await record(tx, ctx, 'kinship.write', { subject: row!.id }, { consent })
    return { id: row!.id }
  })

/** Either of the two, or whoever wrote it down, ends it at once. */
export const endKinship = (ctx: Context, { kinshipId }: { kinshipId: string }) =>
  ctx.transact(async (tx) => {
    const [was] = await tx.select().from(kinships).where(eq(kinships.id, kinshipId))
    if (!was) throw new Refusal('missing', 'kin-missing')
    const bodies = await bodiesOf(tx, was.communityId)
    authorize(ctx.actor, 'kinship.end', { bodies, kinIds: [was.personId, was.agentId] })
    if (was.endedAt) throw new Refusal('conflict', 'kin-ended')
    const ended = { endedAt: ctx.clock.now(), endedBy: ctx.actor.personId! }
    await tx.update(kinships).set(ended).where(eq(kinships.id, kinshipId))
    await record(tx, ctx, 'kinship.end', { subject: kinshipId })
    return { id: kinshipId }
  })

/** Who acts for whom in the community of the reader's seat. */
export async function kinPage(ctx: Context) {
  const [body] = await ctx.db
    .select({ placeId: parties.placeId })
    .from(parties)
    .where(eq(parties.id, ctx.actor.seat?.partyId ?? ''))
  const communityId = body?.placeId ?? ''
  authorize(ctx.actor, 'kinship.write', { bodies: await bodiesOf(ctx.db, communityId), kinIds: [] })
  const rows = await ctx.db
    .select({ kin: kinships, name: persons.name })
    .from(kinships)
    .innerJoin(persons, eq(persons.id, kinships.personId))
    .where(and(eq(kinships.communityId, communityId), isNull(kinships.endedAt)))
  const agents = await ctx.db
    .select({ id: persons.id, name: persons.name })
    .from(persons)
    .innerJoin(kinships, eq(kinships.agentId, persons.id))
    .where(eq(kinships.communityId, communityId))
  const nameOf = new Map(agents.map(({ id, name }) => [id, name]))
  return rows.map(({ kin, name }) => ({
    id: kin.id,
    name,
    agent: nameOf.get(kin.agentId) ?? '',
    relation: kin.relation,
    consent: kin.consent,
    writtenAt: kin.writtenAt,
  }))
}
