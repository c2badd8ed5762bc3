import { and, eq } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { caseFiles, diaryEntries, files } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findContract } from '../contract/find-contract.ts'
import { serviceCode } from './code-of-user.ts'
import { diaryOf, readsCasework, serviceUsersOf } from './find-diary.ts'
import { servedBy } from './served.ts'

/** One page of a contract's diary, for those who may know whom it serves. */
export async function diaryPage(ctx: Context, contractId: string, page: number) {
  const c = await findContract(ctx.db, contractId)
  authorize(ctx.actor, 'service_user.read', c)
  const served = await servedBy(ctx.db, contractId)
  const pages = Math.max(1, Math.ceil(served.entries / 20))
  const at = Math.min(Math.max(1, page), pages)
  const entries = await diaryOf(ctx.db, contractId, {
    offset: (at - 1) * 20,
    readerId: ctx.actor.personId,
  })
  return {
    id: c.id,
    title: c.title,
    served,
    entries,
    page: at,
    pages,
    mayRecord: c.state === 'published' && may(ctx.actor, 'diary.record', c),
  }
}

/** What an activity is written from: the term, today, and who may be ticked. */
export async function recordPage(ctx: Context, contractId: string) {
  const c = await findContract(ctx.db, contractId)
  authorize(ctx.actor, 'diary.record', c)
  return {
    id: c.id,
    title: c.title,
    from: c.from,
    to: c.to,
    today: dateOf(ctx.clock.now()),
    formId: newId(),
    /** Tells one person of a shared phone from another, and nobody who it is. */
    of: ctx.vault.keyed('diary-in-a-phone', ctx.actor.personId ?? '').slice(0, 16),
    users: await serviceUsersOf(ctx.db, contractId),
  }
}

/** The service users of a contract. */
export async function peoplePage(ctx: Context, contractId: string) {
  const c = await findContract(ctx.db, contractId)
  authorize(ctx.actor, 'service_user.read', c)
  const users = await serviceUsersOf(ctx.db, contractId)
  const running = ['signed', 'published'].includes(c.state)
  const shows = may(ctx.actor, 'service_user.add', c)
  return {
    id: c.id,
    title: c.title,
    users: users.map(({ id, label, linked }) => ({
      ...{ id, label, linked: linked !== null },
      code: shows ? serviceCode(ctx.vault, { id, contractId }) : null,
    })),
    mayAdd: running && may(ctx.actor, 'service_user.add', c),
  }
}

/** The bytes of one photograph, for those who may read the diary it stands in. */
export async function photoOf(ctx: Context, contractId: string, fileId: string): Promise<Buffer> {
  authorize(ctx.actor, 'service_user.read', await findContract(ctx.db, contractId))
  const [photo] = await ctx.db
    .select({
      ...{ sha256: files.sha256, kind: diaryEntries.kind, recordedBy: diaryEntries.recordedBy },
      keeperId: caseFiles.workerId,
    })
    .from(files)
    .innerJoin(diaryEntries, eq(diaryEntries.id, files.subject))
    .leftJoin(caseFiles, eq(caseFiles.id, diaryEntries.caseId))
    .where(and(eq(files.id, fileId), eq(diaryEntries.contractId, contractId)))
  const mayRead = await readsCasework(ctx.db, ctx.actor.personId)
  const bytes = photo && mayRead(photo) ? await ctx.files.get(photo.sha256) : null
  if (!bytes) throw new Refusal('missing', 'photo-missing')
  return bytes
}
