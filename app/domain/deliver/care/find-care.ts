import { and, desc, eq, inArray } from 'drizzle-orm'
import {
  careForms,
  cares,
  frameworkProviders,
  frameworks,
  parties,
  persons,
  places,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { agentsOf, bodiesOf } from '../../buy/framework/kinship.ts'
import { roleFor } from '../../buy/plan/approval-chain.ts'
import { Refusal } from '../../refusal.ts'

/** The centre of the street a community lies in. */
async function centresOf(db: Reader, communityId: string | null) {
  if (!communityId) return []
  const [home] = await db.select().from(places).where(eq(places.id, communityId))
  const found = await db
    .select({ id: parties.id })
    .from(parties)
    .where(and(eq(parties.kind, 'service_centre'), eq(parties.placeId, home?.parentId ?? '')))
  return found.map((p) => p.id)
}

/** Who is around a person under one agreement: family, community, centre, buyer and who may serve her. */
export async function aroundPerson(db: Reader, personId: string, frameworkId: string) {
  const [person] = await db.select().from(persons).where(eq(persons.id, personId))
  const [framework] = await db.select().from(frameworks).where(eq(frameworks.id, frameworkId))
  if (!person) throw new Refusal('missing', 'person-missing')
  if (!framework) throw new Refusal('missing', 'framework-missing')
  const serving = await db
    .select({ id: frameworkProviders.supplierId })
    .from(frameworkProviders)
    .where(eq(frameworkProviders.frameworkId, frameworkId))
  const agentIds = await agentsOf(db, personId)
  const [buyer] = await db.select().from(parties).where(eq(parties.id, framework.buyerId))
  return {
    handlerRole: roleFor('handler', buyer!.kind),
    person,
    framework,
    personId,
    agentIds,
    kinIds: [personId, ...agentIds],
    bodyIds: await bodiesOf(db, person.communityId),
    centreIds: await centresOf(db, person.communityId),
    buyerId: framework.buyerId,
    supplierIds: serving.map((s) => s.id),
  }
}

/** One person's care with everybody around it. */
export async function findCare(db: Reader, id: string) {
  const [found] = await db.select().from(cares).where(eq(cares.id, id))
  if (!found) throw new Refusal('missing', 'care-missing')
  return { ...(await aroundPerson(db, found.personId, found.frameworkId)), ...found }
}
export type CareFacts = Awaited<ReturnType<typeof findCare>>

/** The care of some persons, the newest first. */
export const caresFor = (db: Reader, personIds: readonly string[]) =>
  db
    .select({ care: cares, name: persons.name, framework: frameworks.title })
    .from(cares)
    .innerJoin(persons, eq(persons.id, cares.personId))
    .innerJoin(frameworks, eq(frameworks.id, cares.frameworkId))
    .where(inArray(cares.personId, [...personIds]))
    .orderBy(desc(cares.appliedAt))

/** The form a person is assessed by: hers where she has one, else the newest. */
export async function formOf(db: Reader, formId: string | null) {
  const of = db.select().from(careForms)
  const [form] = formId
    ? await of.where(eq(careForms.id, formId))
    : await of.orderBy(desc(careForms.version)).limit(1)
  if (!form) throw new Error('no assessment form is installed')
  return form
}
