import { eq, sql } from 'drizzle-orm'
import { persons, signInCodes } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { Refusal } from '../../refusal.ts'
import { type From, startSession } from '../session/start-session.ts'

const mostTries = 5

async function personOf(tx: Tx, ctx: Context, phoneHash: string, phone: string) {
  const [known] = await tx.select({ id: persons.id }).from(persons).where(eq(persons.phoneHash, phoneHash))
  if (known) return known.id
  const [made] = await tx
    .insert(persons)
    .values({
      name: phone.slice(-4),
      phoneHash,
      phoneSealed: ctx.vault.seal('phone', phone),
      phoneTail: phone.slice(-4),
      createdAt: ctx.clock.now(),
    })
    .returning({ id: persons.id })
  return made!.id
}

/** Counts a wrong try for good: it is written in a transaction of its own. */
const countTry = (ctx: Context, codeId: string) =>
  ctx.transact(async (tx) => {
    const [row] = await tx
      .update(signInCodes)
      .set({ tries: sql`${signInCodes.tries} + 1` })
      .where(eq(signInCodes.id, codeId))
      .returning()
    return row ?? null
  })

/** Signs in with a one-time code: one use, ten minutes, five tries, bound to the request that asked for it. */
export async function giveCode(
  ctx: Context,
  { codeId, code, sealedPhone, ...from }: { codeId: string; code: string; sealedPhone: string } & From,
) {
  const row = await countTry(ctx, codeId)
  const right =
    row &&
    row.tries <= mostTries &&
    !row.usedAt &&
    row.expiresAt > ctx.wall.now() &&
    row.codeHash === ctx.vault.keyed('code', `${row.phoneHash}:${code}`)
  if (!right) throw new Refusal('invalid', 'wrong-code')
  const phone = ctx.vault.open('phone-in-form', sealedPhone)
  if (ctx.vault.keyed('phone', phone) !== row.phoneHash) throw new Refusal('invalid', 'wrong-code')
  return ctx.transact(async (tx) => {
    const used = await tx
      .update(signInCodes)
      .set({ usedAt: ctx.wall.now() })
      .where(sql`${signInCodes.id} = ${row.id} and ${signInCodes.usedAt} is null`)
      .returning()
    if (!used.length) throw new Refusal('invalid', 'wrong-code')
    const personId = await personOf(tx, ctx, row.phoneHash, phone)
    const token = await startSession(tx, ctx, { personId, strength: 'resident', from })
    await record(tx, ctx, 'session.start', { subject: personId }, { by: 'code' })
    return { token }
  })
}
