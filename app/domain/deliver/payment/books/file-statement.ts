import { yearStatements } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { dateOf, yearOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { bodyBy } from '../../../who/register-standing.ts'
import type { StatementWords } from './forms.ts'
import { receiptsOf } from './receipts.ts'
import { statementOf, yearsToFile } from './statements.ts'

const mustBeOver = (year: number, now: Date) => {
  if (!Number.isInteger(year) || year < 2000) throw new Refusal('missing', 'no-such-year')
  if (year >= yearOf(dateOf(now))) throw new Refusal('conflict', 'year-not-over')
}
type File = Omit<StatementWords, 'sure'> & { partyId: string; year: number }

/** 公开年度财务情况: by the signer, for a year that is over; filed again, the later version stands and the earlier is kept. */
export const fileStatement = (ctx: Context, { partyId, year, ...said }: File) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'statement.file', { partyId })
    const body = await bodyBy(tx, partyId)
    if (body.kind !== 'organisation') throw new Refusal('invalid', 'statement-of-organisations')
    mustBeOver(year, ctx.clock.now())
    const own = new Set((await receiptsOf(tx, partyId)).map(({ planId }) => planId))
    if (said.spent.some(({ planId }) => !own.has(planId))) throw new Refusal('invalid', 'project-not-of-body')
    const version = ((await statementOf(tx, partyId, year))?.version ?? 0) + 1
    const by = { filedBy: ctx.actor.personId!, filedAt: ctx.clock.now() }
    const words = {
      giftUse: said.giftUse ?? '',
      auditor: said.auditor ?? null,
      auditNo: said.auditNo ?? null,
    }
    await tx.insert(yearStatements).values({ ...said, ...words, partyId, year, version, ...by })
    await record(tx, ctx, 'statement.file', { subject: partyId }, { year, version })
    return { partyId, year }
  })

/** What the form begins with: the year's projects with what they brought in, and what was said before. */
export async function statementPage(ctx: Context, year: number) {
  const partyId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'statement.file', { partyId })
  mustBeOver(year, ctx.clock.now())
  const projects = new Map<string, string>()
  const receipts = await receiptsOf(ctx.db, partyId)
  for (const one of receipts) if (one.planId && one.year <= year) projects.set(one.planId, one.project)
  return {
    ...{ partyId, year, years: await yearsToFile(ctx.db, partyId, ctx.clock.now()) },
    projects: [...projects].map(([planId, title]) => ({ planId, title })),
    before: await statementOf(ctx.db, partyId, year),
  }
}
