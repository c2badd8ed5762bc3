import { and, asc, desc, eq, gte, isNotNull, sql } from 'drizzle-orm'
import { caseFiles, cpdRecords, persons, socialWorkers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addMonths, dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { parameter } from '../../parameters.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { CpdWords } from './forms.ts'

/** A certified social worker as the register has him. */
export async function findWorker(db: Reader, id: string) {
  const [found] = await db
    .select({ worker: socialWorkers, name: persons.name })
    .from(socialWorkers)
    .innerJoin(persons, eq(persons.id, socialWorkers.id))
    .where(eq(socialWorkers.id, id))
  if (!found) throw new Refusal('missing', 'worker-missing')
  return { ...found.worker, workerId: id, name: found.name }
}

/** The first day of the registration that runs: three years each, counted back from its last day. */
function registeredFrom(until: string, on: string): string {
  const from = addMonths(until, -36)
  return from > on ? registeredFrom(from, on) : from
}

/** 继续教育学时 of one registration (三年), confirmed ones only, beside what the rule asks for. */
async function hoursOf(db: Reader, worker: typeof socialWorkers.$inferSelect, on: string) {
  const since = registeredFrom(worker.registeredUntil, on)
  const [row] = await db
    .select({ n: sql<number>`coalesce(sum(${cpdRecords.hours}), 0)`.mapWith(Number) })
    .from(cpdRecords)
    .where(
      and(
        eq(cpdRecords.workerId, worker.id),
        gte(cpdRecords.heldOn, since),
        isNotNull(cpdRecords.confirmedAt),
      ),
    )
  const code = worker.level === 'assistant' ? 'CPD_ASSISTANT' : 'CPD_SOCIAL_WORKER'
  const { value, source } = await parameter(db, code, on)
  return { since, hours: row?.n ?? 0, needed: value, source }
}

async function practiceOf(ctx: Context, id: string) {
  const worker = await findWorker(ctx.db, id)
  const [load] = await ctx.db
    .select({ n: sql<number>`count(*)`.mapWith(Number) })
    .from(caseFiles)
    .where(and(eq(caseFiles.workerId, id), eq(caseFiles.state, 'open')))
  const supervisor = worker.supervisorId ? await findWorker(ctx.db, worker.supervisorId) : null
  return {
    ...{ id, name: worker.name, level: worker.level, certNo: worker.certNo, until: worker.registeredUntil },
    ...{ supervisor: supervisor?.name ?? null, supervisorId: worker.supervisorId },
    caseload: load?.n ?? 0,
    cpd: await hoursOf(ctx.db, worker, dateOf(ctx.clock.now())),
  }
}
async function byCert(db: Reader, certNo: string) {
  const [found] = await db
    .select({ id: socialWorkers.id })
    .from(socialWorkers)
    .where(eq(socialWorkers.certNo, certNo))
  if (!found) throw new Refusal('missing', 'worker-missing')
  return found.id
}
const recordsOf = (db: Reader, workerId: string) =>
  db.select().from(cpdRecords).where(eq(cpdRecords.workerId, workerId)).orderBy(desc(cpdRecords.heldOn))

/** 我的执业: level, registration, hours of further training, caseload and supervisor. */
export async function ownPractice(ctx: Context) {
  authorize(ctx.actor, 'cpd.record', {})
  const records = await recordsOf(ctx.db, ctx.actor.personId!)
  return {
    practice: await practiceOf(ctx, ctx.actor.personId!),
    records: records.map(({ id, heldOn, title, hours, confirmedAt }) => ({
      id,
      heldOn,
      title,
      hours,
      confirmedAt,
    })),
    today: dateOf(ctx.clock.now()),
  }
}

/** 本机构社工: how many files each carries, never which; hours that wait to be confirmed. */
export async function teamPage(ctx: Context) {
  authorize(ctx.actor, 'worker.list', {})
  const employerId = ctx.actor.seat!.partyId
  const employed = await ctx.db
    .select({ id: socialWorkers.id })
    .from(socialWorkers)
    .where(eq(socialWorkers.employerId, employerId))
    .orderBy(asc(socialWorkers.id))
  const team = await Promise.all(employed.map(({ id }) => practiceOf(ctx, id)))
  const waiting = await Promise.all(
    team.map(async ({ id, name }) =>
      (await recordsOf(ctx.db, id))
        .filter((one) => !one.confirmedAt)
        .map(({ id: cpdId, heldOn, title, hours }) => ({ cpdId, name, heldOn, title, hours })),
    ),
  )
  return { team, waiting: waiting.flat(), signs: may(ctx.actor, 'worker.supervise', { employerId }) }
}

/** 登记继续教育: by the worker himself; it counts once his organisation confirms it. */
export const recordCpd = (ctx: Context, words: CpdWords) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'cpd.record', {})
    const workerId = ctx.actor.personId!
    await findWorker(tx, workerId)
    const recordedAt = ctx.clock.now()
    if (words.heldOn > dateOf(recordedAt)) throw new Refusal('invalid', 'diary-in-the-future')
    const [made] = await tx
      .insert(cpdRecords)
      .values({ ...words, workerId, recordedAt })
      .returning({ id: cpdRecords.id })
    await record(tx, ctx, 'cpd.record', { subject: made!.id })
    return { id: made!.id }
  })

/** 确认学时: by who signs for the organisation, not by the worker himself. */
export const confirmCpd = (ctx: Context, { cpdId }: { cpdId: string }) =>
  ctx.transact(async (tx) => {
    const [was] = await tx.select().from(cpdRecords).where(eq(cpdRecords.id, cpdId))
    if (!was) throw new Refusal('missing', 'cpd-missing')
    authorize(ctx.actor, 'cpd.confirm', await findWorker(tx, was.workerId))
    if (was.confirmedAt) throw new Refusal('conflict', 'cpd-confirmed')
    const confirmed = { confirmedBy: ctx.actor.personId!, confirmedAt: ctx.clock.now() }
    await tx.update(cpdRecords).set(confirmed).where(eq(cpdRecords.id, cpdId))
    await record(tx, ctx, 'cpd.confirm', { subject: cpdId })
    return { id: cpdId }
  })

/** 指定督导: another certified social worker, who from now on reads this worker's files. */
export const nameSupervisor = (ctx: Context, { workerId, certNo }: { workerId: string; certNo: string }) =>
  ctx.transact(async (tx) => {
    const worker = await findWorker(tx, workerId)
    authorize(ctx.actor, 'worker.supervise', worker)
    const supervisorId = await byCert(tx, certNo)
    if (workerId === supervisorId) throw new Refusal('invalid', 'supervisor-is-self')
    await tx.update(socialWorkers).set({ supervisorId }).where(eq(socialWorkers.id, workerId))
    await notify(tx, ctx, { personId: supervisorId }, 'case-supervised', '/cases', { name: worker.name })
    await record(tx, ctx, 'worker.supervise', { subject: workerId }, { supervisorId })
    return { id: workerId }
  })
