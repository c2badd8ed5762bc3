import { asc, desc, eq, isNotNull } from 'drizzle-orm'
import { contracts, frameworks, minorWorks, parties, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { waysOf } from '../../buy/plan/ways-of-plans.ts'
import type { Fen } from '../../money.ts'
import { pick } from '../../pick.ts'
import { balancesOf } from '../../treasury/balances.ts'
import { ofContract } from '../../treasury/post.ts'

/** The projects under contract. */
async function contracted(db: Reader) {
  const rows = await db
    .select({ plan: plans, contract: contracts, supplier: parties.name })
    .from(contracts)
    .innerJoin(plans, eq(plans.id, contracts.planId))
    .innerJoin(parties, eq(parties.id, contracts.supplierId))
    .where(isNotNull(contracts.publishedAt))
    .orderBy(desc(contracts.publishedAt), desc(contracts.id))
  return Promise.all(
    rows.map(
      async ({
        plan: { id, title, titleEn },
        contract: { id: contractId, price, supplierId },
        supplier,
      }) => ({
        ...{ id, title, titleEn, price, bodies: 1 },
        does: { name: supplier, href: `/orgs/${supplierId}` },
        balances: pick(await balancesOf(db, { contractId }), ofContract),
      }),
    ),
  )
}

const planRows = async (db: Reader) => [
  ...(await db
    .select({ plan: plans })
    .from(plans)
    .innerJoin(minorWorks, eq(minorWorks.planId, plans.id))
    .where(isNotNull(minorWorks.chosenAt))
    .orderBy(asc(plans.refNo))),
  ...(await db
    .select({ plan: plans })
    .from(plans)
    .innerJoin(frameworks, eq(frameworks.planId, plans.id))
    .where(isNotNull(frameworks.publishedAt))
    .orderBy(asc(plans.refNo))),
]
/** The works that somebody was chosen for, and the agreements that are or were open. */
async function otherwise(db: Reader, today: string) {
  const rows = (await planRows(db)).map(({ plan }) => plan)
  const ways = await waysOf(
    db,
    rows.map(({ id }) => id),
    today,
  )
  return Promise.all(
    rows.map(async ({ id, title, titleEn }) => {
      const way = ways.get(id)!
      const minor = way.kind === 'minor'
      const price: Fen = minor ? way.price! : way.ceiling
      return {
        ...{ id, title, titleEn, price, bodies: minor ? 1 : way.providers },
        does: minor
          ? { name: way.supplier!, href: `/minor-works/${way.id}` }
          : { name: null, href: `/frameworks/${way.id}` },
        balances: pick(await balancesOf(db, { planId: id }), ofContract),
      }
    }),
  )
}

/** The projects that money is bound for, with what stands on each account they are paid through. */
export const publicProjects = async (db: Reader, today: string) => [
  ...(await contracted(db)),
  ...(await otherwise(db, today)),
]
export type PublicProject = Awaited<ReturnType<typeof publicProjects>>[number]
