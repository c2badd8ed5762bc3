import { and, asc, gt, inArray, isNull, or } from 'drizzle-orm'
import { parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { categories } from '#db/vocabulary.ts'
import { matchFields } from '../../rate/record/match-fields-data.ts'
import { bodyKinds } from '../../rate/record/record-of-party.ts'
import type { Category } from './find-served.ts'

/** The kinds of service a body's registered fields (业务领域) cover. */
export const coveredBy = (fields: readonly string[] | null): Category[] =>
  categories.filter((c) =>
    (fields ?? []).some((field) => matchFields[c].some((word) => field.includes(word))),
  )

/** 登记的业务领域: by kind of service how many bodies of the register name it; those that name none cannot be counted. */
export async function covering(db: Reader, today: string) {
  const bodies = await db
    .select({ fields: parties.fields })
    .from(parties)
    .where(
      and(
        inArray(parties.kind, [...bodyKinds]),
        or(isNull(parties.deregisteredOn), gt(parties.deregisteredOn, today)),
      ),
    )
    .orderBy(asc(parties.id))
  const covered = bodies.map(({ fields }) => coveredBy(fields))
  return {
    bodies: bodies.length,
    unsaid: bodies.filter(({ fields }) => (fields ?? []).length === 0).length,
    of: (category: Category) => covered.filter((all) => all.includes(category)).length,
  }
}
