import { and, eq } from 'drizzle-orm'
import { parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf, endOf, startOf } from '../../../dates.ts'
import type { DeskItem } from '../../../desk-item.ts'
import { parameter } from '../../../parameters.ts'
import { statementsToFile } from './statements.ts'

/** 年度财务情况 on the desk of an organisation's signer: each year that is over, in which money reached it and of which nothing is filed. */
export async function deskOfStatements(db: Reader, { actor, clock }: Context): Promise<DeskItem[]> {
  if (actor.seat?.role !== 'org_signer') return []
  const [body] = await db
    .select({ id: parties.id, name: parties.name })
    .from(parties)
    .where(and(eq(parties.id, actor.seat.partyId), eq(parties.kind, 'organisation')))
  if (!body) return []
  const today = dateOf(clock.now())
  const { source, mark } = await parameter(db, 'YEAR_STATEMENT_DUE', today)
  return (await statementsToFile(db, body.id, today)).map(({ year, due }) => ({
    ...{ key: 'statement.file', params: { year }, matter: body.name, chapter: null, kind: 'act' },
    due: { at: endOf(due), source, mark: mark as 'local' },
    ...{ since: startOf(`${year + 1}-01-01`), link: `/desk/body/accounts/${year}` },
  }))
}
