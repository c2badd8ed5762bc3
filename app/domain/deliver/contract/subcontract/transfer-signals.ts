import { and, eq, gte, inArray, isNull, ne, or } from 'drizzle-orm'
import { diaryEntries, parties, seats, socialWorkers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { sum } from '../../../money.ts'
import { parameter } from '../../../parameters.ts'
import { balancesOf } from '../../../treasury/balances.ts'
import type { ContractFacts } from '../find-contract.ts'
import { onwardOf, subcontractsOf } from './find-subcontract.ts'

/** 转包迹象: by shares, by who does the work, by where the money goes; `n` percent of the whole, from `least` on. */
export type TransferSignal = { key: 'share' | 'people' | 'money'; n: number; least: number; bodies: string[] }

const percent = (part: number, whole: number) => (whole > 0 ? Math.round((part / whole) * 100) : 0)
const unique = (names: readonly string[]) => [...new Set(names)].sort()

/** For whom else somebody works: bodies that employ him, or seat him to do work, besides the supplier. */
async function elsewhere(db: Reader, supplierId: string, people: readonly string[], on: string) {
  const who = people.length > 0 ? [...people] : ['']
  const seated = await db
    .select({ personId: seats.personId, body: parties.name })
    .from(seats)
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(
      and(
        inArray(seats.personId, who),
        inArray(seats.role, ['org_editor', 'org_signer', 'social_worker']),
        ne(seats.partyId, supplierId),
        or(isNull(seats.to), gte(seats.to, on)),
      ),
    )
  const employed = await db
    .select({ personId: socialWorkers.id, body: parties.name })
    .from(socialWorkers)
    .innerJoin(parties, eq(parties.id, socialWorkers.employerId))
    .where(and(inArray(socialWorkers.id, who), ne(parties.id, supplierId)))
  return [...seated, ...employed]
}

/** How much of the diary was written by people who work for others. */
async function people(db: Reader, c: ContractFacts, on: string) {
  const rows = await db
    .select({ by: diaryEntries.recordedBy })
    .from(diaryEntries)
    .where(eq(diaryEntries.contractId, c.id))
  const others = await elsewhere(db, c.supplierId, unique(rows.map(({ by }) => by)), on)
  const theirs = rows.filter(({ by }) => others.some((o) => o.personId === by))
  return { n: percent(theirs.length, rows.length), bodies: unique(others.map((o) => o.body)) }
}

/** What points to 转包 in a contract's own records; a sign to look, never a verdict (102号令 第二十六条). */
export async function transferSignals(db: Reader, ctx: Context, c: ContractFacts): Promise<TransferSignal[]> {
  const on = dateOf(ctx.clock.now())
  const least = (await parameter(db, 'TRANSFER_SHARE', on)).value
  const given = (await subcontractsOf(db, c.id)).filter((s) => s.state === 'consented')
  const bodies = unique(given.map((s) => s.body))
  const { paid } = await balancesOf(db, { contractId: c.id })
  const onward = sum((await onwardOf(db, c.id)).map((p) => p.amount))
  const all: TransferSignal[] = [
    { key: 'share', n: given.reduce((n, s) => n + s.percent, 0), least, bodies },
    { key: 'people', least, ...(await people(db, c, on)) },
    { key: 'money', n: percent(onward, paid), least, bodies },
  ]
  return all.filter(({ n }) => n >= least)
}
