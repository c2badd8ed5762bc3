import { and, asc, eq, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import type { FundingProvider } from '#app/ports/payments/funding-provider.ts'
import { gifts, payeeAccounts, providerCalls, providerEvents } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { isHeldBack } from '../payment/online/held-back.ts'
import { carryCall } from './carry-call.ts'
import { takeFacts } from './take-facts.ts'

/** After this many tries a person looks at it. */
const mostTries = 6
const waits = (attempts: number) => 15_000 * 2 ** attempts
const aWhile = 10 * 60_000
const short = (error: unknown) =>
  String((error as { code?: unknown }).code ?? (error as Error).message ?? error).slice(0, 160)

type Call = typeof providerCalls.$inferSelect
type Event = typeof providerEvents.$inferSelect

/** Reads everything of a gift again and books what is new of it. */
async function readAgain(ctx: Context, provider: FundingProvider, key: string) {
  const { facts } = await provider.status(key)
  await ctx.transact((tx) => takeFacts(tx, ctx, provider.capabilities.code, facts))
}

async function finishCall(ctx: Context, call: Call, ref: string, goTo: string | null) {
  const done = { state: 'done' as const, ref, goTo, doneAt: ctx.clock.now(), lastError: null }
  await ctx.transact(async (tx) => {
    const mine = and(eq(providerCalls.id, call.id), eq(providerCalls.state, 'waiting'))
    await tx.update(providerCalls).set(done).where(mine)
    const account = and(
      eq(payeeAccounts.provider, call.provider),
      eq(payeeAccounts.partyId, call.partyId ?? ''),
    )
    if (call.kind === 'connect') await tx.update(payeeAccounts).set({ ref }).where(account)
  })
}
async function failCall(ctx: Context, call: Call, error: unknown) {
  const attempts = call.attempts + 1
  const notBefore = new Date(ctx.clock.now().getTime() + waits(attempts))
  const state = attempts >= mostTries ? ('dead' as const) : ('waiting' as const)
  const change = { attempts, notBefore, state, lastError: short(error) }
  await ctx.transact(async (tx) => {
    await tx.update(providerCalls).set(change).where(eq(providerCalls.id, call.id))
  })
}
/** What may not be asked yet is looked at again a little later; no try is spent on it. */
async function putOff(ctx: Context, { id }: Call) {
  const notBefore = new Date(ctx.clock.now().getTime() + aWhile)
  await ctx.transact(async (tx) => {
    await tx.update(providerCalls).set({ notBefore }).where(eq(providerCalls.id, id))
  })
}
async function makeCall(ctx: Context, provider: FundingProvider, call: Call, origin: string) {
  if (await isHeldBack(ctx.db, call)) return putOff(ctx, call)
  try {
    const { ref, goTo } = await carryCall(ctx.db, provider, call, origin)
    await finishCall(ctx, call, ref, goTo)
    if (call.kind === 'connect') await readAccount(ctx, provider, ref)
    else if (call.kind !== 'open') await readAgain(ctx, provider, call.callKey)
  } catch (error) {
    await failCall(ctx, call, error)
  }
}

async function readAccount(ctx: Context, provider: FundingProvider, ref: string) {
  const ready = (await provider.isReady?.(ref)) ? 1 : 0
  await ctx.transact(async (tx) => {
    await tx.update(payeeAccounts).set({ ready }).where(eq(payeeAccounts.ref, ref))
  })
}
/** Several messages about one thing are one reading of it. */
async function followEvents(ctx: Context, provider: FundingProvider, events: readonly Event[]) {
  const { about, type } = events[0]!
  const these = inArray(
    providerEvents.id,
    events.map(({ id }) => id),
  )
  const note = (change: object) =>
    ctx.transact(async (tx) => void (await tx.update(providerEvents).set(change).where(these)))
  try {
    if (type === 'account.updated') await readAccount(ctx, provider, about ?? '')
    else await readAgain(ctx, provider, about ?? '')
    await note({ state: 'done', doneAt: ctx.clock.now(), lastError: null })
  } catch (error) {
    const attempts = Math.max(...events.map((event) => event.attempts)) + 1
    await note({ state: attempts >= mostTries ? 'dead' : 'waiting', lastError: short(error), attempts })
  }
}

/** Asks what waits to be asked, then reads again whatever the provider said had happened; says how much there was. */
export async function workProvider(ctx: Context, provider: FundingProvider, origin: string): Promise<number> {
  const c = providerCalls
  const due = or(isNull(c.notBefore), lte(c.notBefore, ctx.clock.now()))
  const calls = await ctx.db
    .select()
    .from(c)
    .where(and(eq(c.state, 'waiting'), due))
    .orderBy(asc(c.createdAt), asc(c.id))
    .limit(20)
  for (const call of calls) await makeCall(ctx, provider, call, origin)
  const waiting = eq(providerEvents.state, 'waiting')
  const first = [asc(providerEvents.at), asc(providerEvents.id)]
  const events = await ctx.db
    .select()
    .from(providerEvents)
    .where(waiting)
    .orderBy(...first)
    .limit(50)
  for (const same of Map.groupBy(events, ({ about }) => about).values())
    await followEvents(ctx, provider, same)
  return calls.length + events.length
}

/** Reads every gift and every buyer's payment again whose money may still move: a message that never came changes nothing. */
export async function catchUp(ctx: Context, provider: FundingProvider) {
  const asked = await ctx.db
    .selectDistinct({ id: gifts.id })
    .from(gifts)
    .innerJoin(providerCalls, eq(providerCalls.giftId, gifts.id))
    .where(inArray(gifts.state, ['agreed', 'withdrawn', 'received', 'released', 'refunded']))
  for (const { id } of asked) await readAgain(ctx, provider, `gift:${id}`)
  const sent = await ctx.db
    .selectDistinct({ id: providerCalls.paymentId })
    .from(providerCalls)
    .where(isNotNull(providerCalls.paymentId))
  for (const { id } of sent) await readAgain(ctx, provider, `payment:${id}`)
}
