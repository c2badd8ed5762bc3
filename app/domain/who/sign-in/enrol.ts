import { randomInt } from 'node:crypto'
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { enrolments, persons, seats } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { sideOf } from '../seat/posts.ts'

/** Letters and digits that nobody reads as one another. */
const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const length = 12
const days = 7
export const mostTries = 5
/** As it was meant, however it was typed. */
const plain = (typed: string) =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')

const living = (ctx: Context, personId: string) =>
  and(
    eq(enrolments.personId, personId),
    isNull(enrolments.usedAt),
    gt(enrolments.expiresAt, ctx.wall.now()),
    lt(enrolments.tries, mostTries),
  )

/** 登记口令: a fresh word for a person's first key; an earlier one is worth nothing any more. Only its hash is kept. */
export async function handWord(tx: Tx, ctx: Context, personId: string) {
  const word = Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
  const now = ctx.wall.now()
  await tx.update(enrolments).set({ expiresAt: now }).where(living(ctx, personId))
  await tx.insert(enrolments).values({
    personId,
    wordHash: ctx.vault.keyed('enrolment', word),
    issuedBy: ctx.actor.personId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + days * 86_400_000),
  })
  return word.replace(/(.{4})(?=.)/g, '$1-')
}

/** Whose seat it is, for whoever may hand its holder a word. */
export async function seatToEnrol(db: Reader, ctx: Context, seatId: string) {
  const [found] = await db
    .select({ seat: seats, name: persons.name, key: persons.passwordHash })
    .from(seats)
    .innerJoin(persons, eq(persons.id, seats.personId))
    .where(eq(seats.id, seatId))
  if (!found) throw new Refusal('missing', 'seat')
  const { seat, name, key } = found
  authorize(ctx.actor, 'seat.enrol', {
    roleSide: sideOf(seat.role),
    partyId: seat.partyId,
    personId: seat.personId,
    firstSigner: seat.role === 'org_signer' && seat.grantedBy === ctx.actor.personId,
  })
  if (seat.to && seat.to < dateOf(ctx.clock.now())) throw new Refusal('conflict', 'seat-already-ended')
  if (key) throw new Refusal('conflict', 'key-already-set')
  return { personId: seat.personId, role: seat.role, name }
}

/** The word for the holder of a seat, told once, to who hands it over. */
export const enrol = (ctx: Context, { seatId }: { seatId: string }) =>
  ctx.transact(async (tx) => {
    const { personId } = await seatToEnrol(tx, ctx, seatId)
    const word = await handWord(tx, ctx, personId)
    await record(tx, ctx, 'seat.enrol', { subject: seatId })
    return { word }
  })

/** Uses a try at one's own word, counted before it is looked at; the enrolment it opens, or why it opens none. */
export async function tryWord(ctx: Context, personId: string, typed: string) {
  const [tried] = await ctx.transact((tx) =>
    tx
      .update(enrolments)
      .set({ tries: sql`${enrolments.tries} + 1` })
      .where(living(ctx, personId))
      .returning({ id: enrolments.id, wordHash: enrolments.wordHash }),
  )
  if (!tried) throw new Refusal('forbidden', 'no-enrolment')
  if (tried.wordHash !== ctx.vault.keyed('enrolment', plain(typed)))
    throw new Refusal('invalid', 'wrong-word')
  return tried.id
}

/** Marks a word as used; of two who bring it at once, one has it. */
export async function spendWord(tx: Tx, ctx: Context, enrolmentId: string) {
  const once = and(eq(enrolments.id, enrolmentId), isNull(enrolments.usedAt))
  const used = await tx
    .update(enrolments)
    .set({ usedAt: ctx.wall.now() })
    .where(once)
    .returning({ id: enrolments.id })
  if (!used.length) throw new Refusal('forbidden', 'no-enrolment')
}
