import { eq } from 'drizzle-orm'
import { providerCalls, standIns } from '#db/schema/index.ts'
import type { Context } from '#domain/context.ts'
import { hearProvider } from '#domain/deliver/cofund/hear-provider.ts'
import { reconcileNightly } from '#domain/deliver/cofund/reconcile-gifts.ts'
import { accountAt } from '#domain/deliver/cofund/release-gift.ts'
import { catchUp, workProvider } from '#domain/deliver/cofund/work-provider.ts'
import type { Capabilities, FundingProvider } from './ports/payments/funding-provider.ts'
import { openStripe } from './ports/payments/open-stripe.ts'
import type { Emitted, StandInState } from './ports/payments/stand-in/state.ts'
import { stripeCapabilities, stripeProvider } from './ports/payments/stripe.ts'
import { type Outcome, type StandIn, stripeStandIn } from './ports/payments/stripe-stand-in.ts'

/** The provider beside the treasury, as a running house uses it. */
export type Funds = {
  capabilities: Capabilities
  /** Takes a message from outside; refuses one that nobody of ours signed. */
  hear: (body: Buffer, signature: string | null) => Promise<void>
  /** Asks and reads whatever waits. */
  work: () => Promise<unknown>
  /** Reads everything again whose money may move, and compares yesterday's books. */
  night: () => Promise<unknown>
  /** The payment page of the stand-in; null: the provider has its own. */
  page: PayPage | null
}
export type PayPage = {
  read: (session: string) => Promise<Shown | null>
  leave: (session: string, how: Outcome) => Promise<string | null>
}
type Shown = { words: string; amount: number; open: boolean }

export type { Outcome }
export type FundsEnv = { key: string; secrets: readonly string[]; currency: string }
type Parts = { ctx: Context; env: FundsEnv | null; origin: string }

const secret = 'whsec_of_the_stand_in'
/** One turn after another: two at once would ask the same thing twice. */
function inTurn<T>(work: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return () => {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }
}
const accountsOf = (ctx: Context, provider: string) => (partyId: string) =>
  accountAt(ctx.db, provider, partyId)

async function standInFor(ctx: Context, emit: (event: Emitted) => void): Promise<StandIn> {
  const [kept] = await ctx.db.select().from(standIns).where(eq(standIns.id, 'stripe'))
  const keep = (state: StandInState) =>
    ctx.transact(async (tx) => {
      const row = { id: 'stripe', state: JSON.parse(JSON.stringify(state)) as Record<string, unknown> }
      await tx.insert(standIns).values(row).onConflictDoUpdate({ target: standIns.id, set: row })
    })
  return stripeStandIn({
    ...(kept ? { state: kept.state as unknown as StandInState } : {}),
    now: () => ctx.clock.now().getTime(),
    pageOf: (session) => `/checkout/${session}`,
    ...{ keep, emit },
  })
}

const pageOf = (fake: StandIn, after: () => Promise<unknown>): PayPage => ({
  read: async (id) => {
    const session = fake.state.sessions[id]
    return session ? { words: session.words, amount: session.amount, open: session.status === 'open' } : null
  },
  leave: async (id, how) => {
    const to = await fake.leave(id, how)
    await after()
    return to
  },
})

type Spoken = { provider: FundingProvider; hear: Funds['hear'] }
const hearWith = (ctx: Context, provider: FundingProvider): Spoken => ({
  provider,
  hear: async (body, signature) => {
    await hearProvider(ctx, provider, { body, signature, at: ctx.wall.now().getTime() })
  },
})

/** Stripe itself where its keys are set. */
export async function openStripeFunds({ ctx, env, origin }: Parts & { env: FundsEnv }): Promise<Funds> {
  const { key, secrets, currency } = env
  const stripe = await openStripe(key)
  const { provider, hear } = hearWith(
    ctx,
    stripeProvider({ stripe, currency, secrets, accountOf: accountsOf(ctx, 'stripe') }),
  )
  const work = inTurn(() => workProvider(ctx, provider, origin))
  return { capabilities: provider.capabilities, hear, work, night: () => nightly(ctx, provider), page: null }
}

async function nightly(ctx: Context, provider: FundingProvider) {
  await catchUp(ctx, provider)
  await reconcileNightly(ctx, provider)
}

/** The stand-in, for a demonstration: it speaks as Stripe does, through the same adapter, and signs its messages. */
export async function openStandIn({ ctx, origin }: Omit<Parts, 'env'>) {
  const said: Emitted[] = []
  const fake = await standInFor(ctx, (event) => said.push(event))
  const stripe = await openStripe('sk_test_stand_in', fake.answer)
  const parts = { stripe, currency: 'cny', secrets: [secret], accountOf: accountsOf(ctx, 'stripe') }
  const { provider, hear } = hearWith(ctx, stripeProvider(parts))
  const deliver = async () => {
    for (let event = said.shift(); event; event = said.shift()) {
      const timestamp = Math.floor(ctx.wall.now().getTime() / 1_000)
      const signature = stripe.webhooks.generateTestHeaderString({ payload: event.body, secret, timestamp })
      await hear(Buffer.from(event.body), signature)
    }
  }
  const work = inTurn(async () => {
    await deliver()
    const n = await workProvider(ctx, provider, origin)
    await deliver()
    return n + (await workProvider(ctx, provider, origin))
  })
  const funds: Funds = {
    ...{ capabilities: provider.capabilities, hear, work, night: () => nightly(ctx, provider) },
    page: pageOf(fake, work),
  }
  return { funds, fake, provider }
}

/** Whether anything was ever asked of a provider, or waits to be read. */
async function isUsed({ db }: Context): Promise<boolean> {
  const [call] = await db.select({ id: providerCalls.id }).from(providerCalls).limit(1)
  return call !== undefined
}

/** Opens what was set up here when there is first something to do: until then the SDK is not even loaded. */
export function laterFunds({ ctx, env, origin }: Parts): Funds {
  let opened: Promise<Funds> | null = null
  const now = () => {
    opened ??= env ? openStripeFunds({ ctx, env, origin }) : openStandIn({ ctx, origin }).then((x) => x.funds)
    return opened
  }
  const whenUsed = async (work: (funds: Funds) => Promise<unknown>) => {
    if (opened || (await isUsed(ctx))) await work(await now())
  }
  const page = {
    read: async (id: string) => (await now()).page?.read(id) ?? null,
    leave: async (id: string, how: Outcome) => (await now()).page?.leave(id, how) ?? null,
  }
  return {
    capabilities: stripeCapabilities(env?.currency ?? 'cny'),
    hear: async (body, signature) => (await now()).hear(body, signature),
    work: () => whenUsed((funds) => funds.work()),
    night: () => whenUsed((funds) => funds.night()),
    page: env ? null : page,
  }
}
