import { eq } from 'drizzle-orm'
import { plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { balancesOf } from '../../treasury/balances.ts'
import { poolRulesOn } from '../../treasury/pool-rule.ts'
import { topPlaces } from './books/place-books.ts'
import { ledgerOf, publicLine, publicLines } from './ledger.ts'
import { publicProjects } from './public-projects.ts'
import { verifyLedger } from './verify-ledger.ts'

async function named(db: Reader, planId: string | null, lineId: string | null) {
  if (planId) {
    const [plan] = await db.select().from(plans).where(eq(plans.id, planId))
    if (!plan?.approvedAt) throw new Refusal('missing', 'project')
    return { name: plan.title, planId, lineId: null, query: `plan=${encodeURIComponent(planId)}` }
  }
  const line = await publicLine(db, lineId ?? '')
  return {
    name: `${line.code} ${line.name}`,
    planId: null,
    lineId,
    query: `line=${encodeURIComponent(line.id)}`,
  }
}

/** The public ledger of one project or one line, with what stands on each account now. */
export async function ledgerPage(db: Reader, url: URL) {
  const whose = await named(db, url.searchParams.get('plan'), url.searchParams.get('line'))
  const of = whose.planId ? { planId: whose.planId } : { lineId: whose.lineId! }
  return { ...whose, rows: await ledgerOf(db, of), balances: await balancesOf(db, of) }
}

/** 账目: every line and every project with a contract, and whether the whole ledger holds when it is recomputed. */
export async function financePage(db: Reader, today: string) {
  const { holds, entries, faults } = await verifyLedger(db)
  return {
    // The line of a pot holds no budget: it is listed with the co-funding.
    lines: (await publicLines(db)).filter(({ amount }) => amount > 0),
    projects: await publicProjects(db, today),
    rules: await poolRulesOn(db, today),
    places: await topPlaces(db),
    verdict: { holds, entries, faults: faults.length },
  }
}
