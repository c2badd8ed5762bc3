import type { Context } from '../../../context.ts'
import { dateOf, yearOf } from '../../../dates.ts'
import { may } from '../../../policy/index.ts'
import { missingStatements } from './statements.ts'

/** On a body's own page: years overdue, and the year its signer may file for now. */
export async function ownBooks(ctx: Context, party: { id: string; kind: string }) {
  const today = dateOf(ctx.clock.now())
  const files = party.kind === 'organisation' && may(ctx.actor, 'statement.file', { partyId: party.id })
  return {
    missing: await missingStatements(ctx.db, party.id, today),
    toFile: files ? yearOf(today) - 1 : null,
  }
}
