import { and, inArray } from 'drizzle-orm'
import { journal } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

type Drafted = { id: string; draftedBy: string | null }

/** 不相容岗位分离: everyone who wrote any version of each of these, its drafter and whoever the journal says wrote on it by one of these acts. */
export async function writersOf(db: Reader, drafted: readonly Drafted[], acts: readonly string[]) {
  const ids = drafted.map(({ id }) => id)
  const told = ids.length
    ? await db
        .select({ id: journal.subject, by: journal.actorId })
        .from(journal)
        .where(and(inArray(journal.subject, ids), inArray(journal.action, [...acts])))
    : []
  const of = ({ id, draftedBy }: Drafted) => [
    ...(draftedBy ? [draftedBy] : []),
    ...told.flatMap((one) => (one.id === id && one.by ? [one.by] : [])),
  ]
  return new Map(drafted.map((one) => [one.id, [...new Set(of(one))]]))
}

/** The same, of a single one. */
export const writtenBy = async (db: Reader, drafted: Drafted, ...acts: readonly [string, ...string[]]) =>
  (await writersOf(db, [drafted], acts)).get(drafted.id)!
