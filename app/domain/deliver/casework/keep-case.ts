import { and, eq } from 'drizzle-orm'
import {
  attendances,
  caseFiles,
  caseNotes,
  diaryEntries,
  serviceUsers,
  socialWorkers,
} from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { type ContractFacts, findContract } from '../contract/find-contract.ts'
import { type CaseFacts, findCase } from './find-case.ts'
import type { CaseNote, OpenCase } from './forms.ts'
import { caseFile as machine } from './machine.ts'

async function mustBeServed(tx: Tx, contractId: string, serviceUserId: string) {
  const [known] = await tx
    .select({ id: serviceUsers.id })
    .from(serviceUsers)
    .where(and(eq(serviceUsers.id, serviceUserId), eq(serviceUsers.contractId, contractId)))
  if (!known) throw new Refusal('invalid', 'attendance-unknown')
  const open = await tx
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(and(eq(caseFiles.serviceUserId, serviceUserId), eq(caseFiles.state, 'open')))
  if (open.length > 0) throw new Refusal('conflict', 'case-open-already')
}

/** 立案: a social worker opens a file on somebody his project serves; what it is about lies sealed. */
export const openCase = (ctx: Context, { contractId, serviceUserId, goal }: OpenCase) =>
  ctx.transact(async (tx) => {
    const contract = await findContract(tx, contractId)
    authorize(ctx.actor, 'caseFile.open', contract)
    if (contract.state !== 'published') throw new Refusal('conflict', 'contract-not-running')
    await mustBeServed(tx, contractId, serviceUserId)
    const openedAt = ctx.clock.now()
    const refNo = await nextRef(tx, 'GA', yearOf(dateOf(openedAt)))
    const of = { contractId, serviceUserId, supplierId: contract.supplierId, workerId: ctx.actor.personId! }
    const goalSealed = ctx.vault.seal('case', goal)
    const [made] = await tx
      .insert(caseFiles)
      .values({ ...of, refNo, goalSealed, openedAt, state: 'open' })
      .returning({ id: caseFiles.id })
    await record(tx, ctx, 'caseFile.open', { subject: made!.id })
    return { id: made!.id }
  })

function mustBeInTerm(ctx: Context, { from, to }: Pick<ContractFacts, 'from' | 'to'>, heldOn: string) {
  if (heldOn > dateOf(ctx.clock.now())) throw new Refusal('invalid', 'diary-in-the-future')
  if (heldOn < from || heldOn > to) throw new Refusal('invalid', 'diary-outside-term', { from, to })
}

/** 个案记录: the words to the file, sealed; to the project's diary nothing but that somebody was served. */
export const addCaseNote = (ctx: Context, { caseId, heldOn, minutes, words }: CaseNote) =>
  ctx.transact(async (tx) => {
    const was = await findCase(tx, caseId)
    authorize(ctx.actor, 'caseFile.note', was)
    if (was.state !== 'open') throw new Refusal('conflict', 'case-closed')
    mustBeInTerm(ctx, was.contract, heldOn)
    const by = { recordedBy: ctx.actor.personId!, createdAt: ctx.clock.now() }
    const of = { contractId: was.contractId, caseId, kind: 'casework' as const, title: was.refNo, words: '' }
    const [entry] = await tx
      .insert(diaryEntries)
      .values({ ...of, ...by, heldOn, minutes, personTimes: 1 })
      .returning({ id: diaryEntries.id })
    await tx.insert(attendances).values({ diaryEntryId: entry!.id, serviceUserId: was.serviceUserId })
    const kept = { wordsSealed: ctx.vault.seal('case', words), authorId: by.recordedBy, at: by.createdAt }
    await tx.insert(caseNotes).values({ caseId, entryId: entry!.id, ...kept })
    await record(tx, ctx, 'caseFile.note', { subject: caseId })
    return { id: caseId }
  })

/** 结案: with what came of it. */
export const closeCase = (ctx: Context, { caseId, closing }: { caseId: string; closing: string }) =>
  ctx.transact(async (tx) => {
    const was = await findCase(tx, caseId)
    authorize(ctx.actor, 'caseFile.close', was)
    const closed = { closingSealed: ctx.vault.seal('case', closing), closedAt: ctx.clock.now() }
    await move(tx, caseFiles, machine, was, 'close', closed)
    await record(tx, ctx, 'caseFile.close', { subject: caseId })
    return { id: caseId }
  })

/** 重新立案: the same person, the same matter. */
export const reopenCase = (ctx: Context, { caseId }: { caseId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findCase(tx, caseId)
    authorize(ctx.actor, 'caseFile.reopen', was)
    machine.next(was.state, 'reopen')
    await mustBeServed(tx, was.contractId, was.serviceUserId)
    await move(tx, caseFiles, machine, was, 'reopen', { closedAt: null })
    await record(tx, ctx, 'caseFile.reopen', { subject: caseId })
    return { id: caseId }
  })

/** Social workers of the body that a file may pass to. */
export async function heirsOf(db: Pick<Tx, 'select'>, was: Pick<CaseFacts, 'supplierId' | 'workerId'>) {
  const employed = await db
    .select({ id: socialWorkers.id })
    .from(socialWorkers)
    .where(eq(socialWorkers.employerId, was.supplierId))
  return employed.map(({ id }) => id).filter((id) => id !== was.workerId)
}

/** 转交: when a worker leaves, another of the same body goes on; whoever gave it away reads it no longer. */
export const handOverCase = (ctx: Context, { caseId, workerId }: { caseId: string; workerId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findCase(tx, caseId)
    authorize(ctx.actor, 'caseFile.hand_over', was)
    if (!(await heirsOf(tx, was)).includes(workerId)) throw new Refusal('invalid', 'case-heir-unknown')
    await tx.update(caseFiles).set({ workerId }).where(eq(caseFiles.id, caseId))
    await notify(tx, ctx, { personId: workerId }, 'case-handed', `/cases/${caseId}`, { no: was.refNo })
    await record(tx, ctx, 'caseFile.hand_over', { subject: caseId })
    return { id: caseId }
  })
