import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { addDays, dateOf, endOf } from '../../../dates.ts'
import type { Due } from '../../../desk-item.ts'
import { parameter } from '../../../parameters.ts'
import type { PaymentFacts } from '../find-payment.ts'
import { factsOf } from './payment-facts.ts'

/** 在途过久: since when the provider holds what was paid in, and by when it should be sent on or given back; null while it holds nothing, or not for long. */
export async function heldLong(
  db: Reader,
  { clock }: Pick<Context, 'clock'>,
  p: PaymentFacts,
): Promise<{ since: Date; due: Due } | null> {
  if (!p.provider || p.releaseKey === null || p.state !== 'submitted') return null
  const since = (await factsOf(db, p.id)).filter(({ kind }) => kind === 'funded').at(-1)?.happenedAt
  if (!since) return null
  const from = dateOf(since)
  const warn = await parameter(db, 'ONLINE_HELD_WARN', from)
  if (clock.now() < endOf(addDays(from, warn.value))) return null
  const { value, source, mark } = await parameter(db, 'ONLINE_HELD_DECIDE', from)
  return { since, due: { at: endOf(addDays(from, value)), source, mark: mark as Due['mark'] } }
}
