import type { FundingProvider, RawEvent } from '#app/ports/payments/funding-provider.ts'
import { providerEvents } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'

/** Takes a provider's message: only that it came, and only if it signed it. What it says is read again before it is believed. */
export async function hearProvider(ctx: Context, provider: FundingProvider, raw: RawEvent) {
  const { told = [], faults } = await provider.ingest(raw)
  if (faults.length > 0) throw new Refusal('invalid', 'webhook-not-signed')
  const code = provider.capabilities.code
  const at = ctx.clock.now()
  return ctx.transact(async (tx) => {
    for (const { id, type, about } of told) {
      const state = about === null ? ('done' as const) : ('waiting' as const)
      const event = { provider: code, eventId: id, type: type.slice(0, 80), about, state, at }
      await tx.insert(providerEvents).values(event).onConflictDoNothing()
    }
    return { n: told.length }
  })
}
