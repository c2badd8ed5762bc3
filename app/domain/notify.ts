import { eq } from 'drizzle-orm'
import { notices, outbox, persons } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import type { Context } from './context.ts'

/** The short message beside a notice: that something moved, unless the notice has one of its own. */
type Word = { message: string; params: Record<string, string> }
const moved: Word = { message: 'sms.notice', params: {} }

type To = { personId: string } | { role: Role; partyId: string }

/** Tells a person, or whoever sits in a seat, of what concerns them. `message` is a key `notice.<message>`. */
export async function notify(
  tx: Tx,
  ctx: Context,
  to: To,
  message: string,
  link: string,
  params: Record<string, string> = {},
  word: Word = moved,
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
  if ('personId' in to) await sendWord(tx, ctx, to.personId, word)
}

/** Whoever asked for messages also gets a short one; it says that something moved, never what. */
async function sendWord(tx: Tx, ctx: Context, personId: string, word: Word) {
  const { messages, phoneSealed, phoneHash } = persons
  const [person] = await tx
    .select({ messages, phoneSealed, phoneHash })
    .from(persons)
    .where(eq(persons.id, personId))
  if (!person?.messages || !person.phoneSealed || !person.phoneHash) return
  const to = ctx.vault.open('phone', person.phoneSealed)
  const sealedBody = ctx.vault.seal('outbox', JSON.stringify({ to, ...word }))
  await tx
    .insert(outbox)
    .values({ channel: 'sms', recipient: person.phoneHash, sealedBody, createdAt: ctx.clock.now() })
}
