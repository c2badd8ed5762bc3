import { asc, eq, inArray } from 'drizzle-orm'
import { gifts, ledgerEntries, ledgerPostings, pots } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf, yearOf } from '../../../dates.ts'
import { type Fen, minus, negative, sum } from '../../../money.ts'

type Moved = { potId: string; year: number; account: string; amount: Fen }

async function movedFor(db: Reader, potIds: readonly string[]): Promise<Moved[]> {
  const rows = await db
    .select({ potId: gifts.potId, at: ledgerEntries.at, ...pickOf })
    .from(ledgerEntries)
    .innerJoin(ledgerPostings, eq(ledgerPostings.entryId, ledgerEntries.id))
    .innerJoin(gifts, eq(gifts.id, ledgerEntries.giftId))
    .where(inArray(gifts.potId, [...potIds]))
  return rows.map(({ at, ...row }) => ({ ...row, year: yearOf(dateOf(at)) }))
}
const pickOf = { account: ledgerPostings.account, amount: ledgerPostings.amount }

const on = (rows: readonly Moved[], account: string) =>
  sum(rows.filter((r) => r.account === account).map(({ amount }) => amount))

/** One 共建需求 in one year: given, kept as a fee, passed on to the body, given back; `left` is what lies since, of all years so far. */
function inYear(rows: readonly Moved[], year: number) {
  const of = rows.filter((r) => r.year === year)
  const upTo = rows.filter((r) => r.year <= year)
  const [given, fee] = [negative(on(of, 'given')), on(of, 'fee')]
  const gone = sum(['fee', 'co_fund_paid', 'refunded'].map((account) => on(upTo, account)))
  return {
    given,
    fee,
    passedOn: on(of, 'co_fund_paid'),
    givenBack: on(of, 'refunded'),
    left: minus(negative(on(upTo, 'given')), gone),
  }
}

/** 社会捐赠及其使用: what was given to a body's projects in a year, for which purpose, and where it is. */
export async function giftsOfYear(db: Reader, partyId: string, year: number) {
  const all = await db
    .select({ id: pots.id, title: pots.title, purpose: pots.purpose })
    .from(pots)
    .where(eq(pots.receiverId, partyId))
    .orderBy(asc(pots.refNo))
  const moved = await movedFor(
    db,
    all.map(({ id }) => id),
  )
  return all
    .map((pot) => ({
      ...pot,
      ...inYear(
        moved.filter(({ potId }) => potId === pot.id),
        year,
      ),
    }))
    .filter(({ given, passedOn, givenBack, left }) => [given, passedOn, givenBack, left].some((n) => n !== 0))
}
export type GiftsOfYear = Awaited<ReturnType<typeof giftsOfYear>>
