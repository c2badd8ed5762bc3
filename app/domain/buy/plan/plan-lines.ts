import { asc, eq } from 'drizzle-orm'
import { planLines } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import { type Fen, fen, inYuan, readMoney, sum } from '../../money.ts'
import { Refusal } from '../../refusal.ts'

/** 单位 × 单价 × 质量: one line of what is bought. */
export type PlanLine = { item: string; unit: string; quantity: number; unitPrice: Fen; quality: string }

const costOf = (line: Pick<PlanLine, 'quantity' | 'unitPrice'>): Fen => fen(line.quantity * line.unitPrice)
export const sumOf = (lines: readonly PlanLine[]): Fen => sum(lines.map(costOf))

/** Reads lines as a person types them, one each: “上门探访，人次，2080，100，每次不少于 30 分钟”. Null where one cannot be read. */
export function readLines(typed: string): PlanLine[] | null {
  const rows = typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  const read = rows.map((row): PlanLine | null => {
    const [item = '', unit = '', count = '', price = '', ...rest] = row
      .split(/[，,\t]/)
      .map((part) => part.trim())
    const quantity = Number(count)
    const unitPrice = readMoney(price)
    const quality = rest.join('，')
    const whole = Number.isSafeInteger(quantity) && quantity > 0 && quantity <= 10_000_000
    if (!item || !unit || !quality || !whole || unitPrice === null || unitPrice === 0) return null
    return {
      item: item.slice(0, 60),
      unit: unit.slice(0, 20),
      quantity,
      unitPrice,
      quality: quality.slice(0, 300),
    }
  })
  return read.length > 0 && read.length <= 30 && read.every((line) => line !== null) ? read : null
}

/** The lines as they would be typed. */
export const saidLines = (lines: readonly PlanLine[]) =>
  lines
    .map((l) => [l.item, l.unit, l.quantity, inYuan(l.unitPrice).toFixed(2), l.quality].join('，'))
    .join('\n')

/** Refuses lines that do not come to the amount: what is bought and what it costs are one statement. */
export function mustAddUp(lines: readonly PlanLine[], amount: Fen) {
  const total = sumOf(lines)
  if (total !== amount)
    throw new Refusal('invalid', 'plan-lines-do-not-add-up', { total: inYuan(total).toFixed(2) })
}

export async function putLines(tx: Tx, planId: string, lines: readonly PlanLine[]) {
  await tx.delete(planLines).where(eq(planLines.planId, planId))
  await tx.insert(planLines).values(lines.map((line, at) => ({ ...line, planId, ordinal: at + 1 })))
}

export const linesOfPlan = (db: Reader, planId: string) =>
  db
    .select({
      item: planLines.item,
      unit: planLines.unit,
      quantity: planLines.quantity,
      unitPrice: planLines.unitPrice,
      quality: planLines.quality,
    })
    .from(planLines)
    .where(eq(planLines.planId, planId))
    .orderBy(asc(planLines.ordinal))
