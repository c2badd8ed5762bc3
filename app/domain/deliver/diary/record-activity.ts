import { and, eq, inArray } from 'drizzle-orm'
import { attendances, diaryEntries, serviceUsers } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { type ContractFacts, findContract } from '../contract/find-contract.ts'
import type { RecordActivity } from './forms.ts'
import { keepPhotos, shelvePhotos } from './photos.ts'

/** 服务日志: one activity, who came, and photographs made new so that nothing but the picture is kept. */
export async function recordActivity(ctx: Context, input: RecordActivity) {
  authorize(ctx.actor, 'diary.record', await findContract(ctx.db, input.contractId))
  const photos = await keepPhotos(ctx, input.photos ?? [])
  return ctx.transact(async (tx) => {
    const contract = await findContract(tx, input.contractId)
    authorize(ctx.actor, 'diary.record', contract)
    const known = await sentBefore(tx, input)
    if (known) return { id: known, contractId: contract.id }
    mayBeWritten(ctx, contract, input)
    const came = await knownUsers(tx, input)
    if (!input.another) await mustBeNew(tx, ctx, input, came)
    const id = await write(tx, ctx, input, came)
    await shelvePhotos(tx, ctx, { ownerId: contract.supplierId, subject: id }, photos)
    await record(
      tx,
      ctx,
      'diary.record',
      { subject: id },
      { kind: input.kind, heldOn: input.heldOn, photos: photos.length },
    )
    return { id, contractId: contract.id }
  })
}

/** The same form sent again, hours later and without a signal in between, is the same entry. */
async function sentBefore(tx: Tx, { contractId, formId }: RecordActivity) {
  if (!formId) return null
  const [known] = await tx
    .select({ id: diaryEntries.id })
    .from(diaryEntries)
    .where(and(eq(diaryEntries.contractId, contractId), eq(diaryEntries.formId, formId)))
  return known?.id ?? null
}

/** Typed again on a page opened afresh, where a signal was lost: one visit counts once, unless its writer says it was another. */
async function mustBeNew(tx: Tx, ctx: Context, input: RecordActivity, came: readonly string[]) {
  const { contractId, kind, heldOn, minutes } = input
  const rows = await tx
    .select({ id: diaryEntries.id, who: attendances.serviceUserId })
    .from(diaryEntries)
    .leftJoin(attendances, eq(attendances.diaryEntryId, diaryEntries.id))
    .where(
      and(
        ...[eq(diaryEntries.contractId, contractId), eq(diaryEntries.heldOn, heldOn)],
        ...[eq(diaryEntries.kind, kind), eq(diaryEntries.minutes, minutes)],
        eq(diaryEntries.recordedBy, ctx.actor.personId!),
      ),
    )
  const served = Map.groupBy(rows, ({ id }) => id)
  const these = [...came].sort().join()
  for (const entry of served.values()) {
    const those = entry.flatMap(({ who }) => who ?? []).sort()
    if (those.join() === these) throw new Refusal('conflict', 'diary-twice', { on: heldOn })
  }
}

export function mayBeWritten(ctx: Context, contract: ContractFacts, { heldOn }: { heldOn: string }) {
  if (contract.state !== 'published') throw new Refusal('conflict', 'contract-not-running')
  if (heldOn > dateOf(ctx.clock.now())) throw new Refusal('invalid', 'diary-in-the-future')
  if (heldOn < contract.from || heldOn > contract.to)
    throw new Refusal('invalid', 'diary-outside-term', { from: contract.from, to: contract.to })
}

async function knownUsers(tx: Tx, { contractId, came }: RecordActivity) {
  const ids = [...new Set(came)]
  if (ids.length === 0) return []
  const known = await tx
    .select({ id: serviceUsers.id })
    .from(serviceUsers)
    .where(and(eq(serviceUsers.contractId, contractId), inArray(serviceUsers.id, ids)))
  if (known.length < ids.length) throw new Refusal('invalid', 'attendance-unknown')
  return ids
}

export async function write(
  tx: Tx,
  ctx: Context,
  input: RecordActivity,
  came: readonly string[],
): Promise<string> {
  const personTimes = input.personTimes || came.length
  if (personTimes < came.length) throw new Refusal('invalid', 'person-times-under-ticks', { n: came.length })
  const { contractId, kind, heldOn, title, words, minutes, formId } = input
  const [made] = await tx
    .insert(diaryEntries)
    .values({
      contractId,
      kind,
      heldOn,
      title,
      words,
      minutes,
      personTimes,
      formId: formId ?? null,
      recordedBy: ctx.actor.personId!,
      createdAt: ctx.clock.now(),
    })
    .returning({ id: diaryEntries.id })
  if (came.length > 0)
    await tx
      .insert(attendances)
      .values(came.map((serviceUserId) => ({ diaryEntryId: made!.id, serviceUserId })))
  return made!.id
}
