import { and, eq, isNull } from 'drizzle-orm'
import { kinships, persons } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** 登记过的家人, either way round: hours pass within a family and to the pool, to nobody else, so none are sold. */
export async function familyOf(db: Reader, personId: string) {
  const of = (mine: 'personId' | 'agentId', theirs: 'personId' | 'agentId') =>
    db
      .select({ personId: persons.id, name: persons.name })
      .from(kinships)
      .innerJoin(persons, eq(persons.id, kinships[theirs]))
      .where(and(eq(kinships[mine], personId), isNull(kinships.endedAt)))
  const both = [...(await of('personId', 'agentId')), ...(await of('agentId', 'personId'))]
  return both.filter((one, at) => both.findIndex((o) => o.personId === one.personId) === at)
}
