import { notices } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import type { Context } from './context.ts'

type To = { personId: string } | { role: Role; partyId: string }

/** Tells a person, or whoever sits in a seat, of what concerns them. `message` is a key `notice.<message>`. */
export async function notify(
  tx: Tx,
  ctx: Context,
  to: To,
  message: string,
  link: string,
  params: Record<string, string> = {},
) {
  await tx.insert(notices).values({
    personId: 'personId' in to ? to.personId : null,
    role: 'role' in to ? to.role : null,
    partyId: 'partyId' in to ? to.partyId : null,
    message,
    params,
    link,
    createdAt: ctx.clock.now(),
  })
}
