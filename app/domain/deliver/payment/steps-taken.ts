import { inArray } from 'drizzle-orm'
import { persons } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { PaymentFacts } from './find-payment.ts'
import { sentAt } from './voucher-shown.ts'

const names = async (db: Reader, ids: ReadonlyArray<string | null>) => {
  const known = ids.filter((id) => id !== null)
  const rows = known.length
    ? await db.select({ id: persons.id, name: persons.name }).from(persons).where(inArray(persons.id, known))
    : []
  return (id: string | null) => rows.find((row) => row.id === id)?.name ?? null
}

/** Who took each step of a payment, and when: for those it concerns, never for a public page. */
export async function stepsTaken(db: Reader, p: PaymentFacts) {
  const name = await names(db, [p.requestedBy, p.checkedBy, p.approvedBy, p.submittedBy, p.confirmedBy])
  return [
    { step: 'request' as const, at: p.requestedAt, by: name(p.requestedBy) },
    { step: 'check' as const, at: p.checkedAt, by: name(p.checkedBy) },
    { step: 'approve' as const, at: p.approvedAt, by: name(p.approvedBy) },
    { step: 'submit' as const, at: sentAt(p), by: name(p.submittedBy) },
    { step: 'confirm' as const, at: p.paidAt, by: name(p.confirmedBy) },
  ]
}
