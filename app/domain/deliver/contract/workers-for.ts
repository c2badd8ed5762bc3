import { and, eq, gte, inArray, isNotNull, or } from 'drizzle-orm'
import { parties, persons, proposals, socialWorkers, teamMembers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

type Of = { supplierId: string; tenderId: string; on: string }

/** Certified social workers, registered on a date, whom a supplier may name: of its proposal's team first, else its staff. */
export async function workersFor(db: Reader, { supplierId, tenderId, on }: Of) {
  const team = await db
    .select({ id: teamMembers.personId })
    .from(teamMembers)
    .innerJoin(proposals, eq(proposals.id, teamMembers.proposalId))
    .where(
      and(
        eq(proposals.supplierId, supplierId),
        eq(proposals.tenderId, tenderId),
        isNotNull(teamMembers.consentedAt),
      ),
    )
  const [alone] = await db.select({ id: parties.personId }).from(parties).where(eq(parties.id, supplierId))
  const ids = [...team.map((t) => t.id), ...(alone?.id ? [alone.id] : [])]
  return db
    .select({
      id: persons.id,
      name: persons.name,
      level: socialWorkers.level,
      until: socialWorkers.registeredUntil,
    })
    .from(socialWorkers)
    .innerJoin(persons, eq(persons.id, socialWorkers.id))
    .where(
      and(
        gte(socialWorkers.registeredUntil, on),
        or(eq(socialWorkers.employerId, supplierId), inArray(socialWorkers.id, ids.length > 0 ? ids : [''])),
      ),
    )
}
