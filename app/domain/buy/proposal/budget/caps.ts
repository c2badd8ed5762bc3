import type { Reader } from '#db/store.ts'
import { type Fen, percentOf, sum } from '../../../money.ts'
import { parameter } from '../../../parameters.ts'
import { Refusal } from '../../../refusal.ts'
import type { BudgetLine } from '../body.ts'
import type { BudgetKind } from '../sections.ts'

type Sheet = { price: Fen; lines: readonly BudgetLine[] }
/** 科目上限: which lines are capped, by which figure, and whether more is refused or only shown. */
const capped: ReadonlyArray<{ kind: BudgetKind; code: string; refuses: boolean }> = [
  { kind: 'management', code: 'MANAGEMENT_FEE_MAX', refuses: true },
  { kind: 'staff', code: 'STAFF_SHARE_MAX', refuses: false },
]
/** A kind of cost that takes more of the price than its figure allows. */
export type OverCap = {
  kind: BudgetKind
  amount: Fen
  most: Fen
  percent: number
  source: string
  refuses: boolean
}

/** Every cap a sheet breaks, by the figures in force on that day, each with its source. */
export async function overCaps(db: Reader, { price, lines }: Sheet, on: string): Promise<OverCap[]> {
  const found: OverCap[] = []
  for (const { kind, code, refuses } of capped) {
    const amount = sum(lines.filter((l) => l.kind === kind).map((l) => l.amount))
    if (amount === 0) continue
    const { value: percent, source } = await parameter(db, code, on)
    const most = percentOf(price, percent)
    if (amount > most) found.push({ kind, amount, most, percent, source, refuses })
  }
  return found
}

export async function refuseOverCap(db: Reader, sheet: Sheet, on: string) {
  const [over] = (await overCaps(db, sheet, on)).filter((cap) => cap.refuses)
  if (over)
    throw new Refusal('invalid', `budget-over-cap-${over.kind}`, { n: over.percent, source: over.source })
}
