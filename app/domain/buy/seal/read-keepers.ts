import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { authorize, may } from '../../policy/index.ts'
import { type Call, findCall } from '../proposal/find-call.ts'
import { myKeepership } from './confirm-keeper.ts'
import { candidatesFor, type Keeper, keepersOf, keysFor, keysOf, sharesOf } from './find-keepers.ts'

/** A keeper as a page may show him: what he has done, and none of his keys. */
export const shownKeeper = (k: Keeper) => ({
  id: k.id,
  ordinal: k.ordinal,
  kind: k.kind,
  name: k.name,
  body: k.body,
  confirmedAt: k.confirmedAt,
  triedAt: k.triedAt,
  printedAt: k.printedAt,
  provedAt: k.provedAt,
  lostAt: k.lostAt,
  openedAt: k.openedAt,
  signedAt: k.signedAt,
})
export type ShownKeeper = ReturnType<typeof shownKeeper>

export const shownCall = (call: Call, now: Date) => ({
  id: call.id,
  refNo: call.refNo,
  title: call.title,
  state: call.state,
  deadline: call.deadline,
  due: call.state === 'published' && now >= call.deadline,
  openedAt: call.openedAt,
  pricesOpenedAt: call.pricesOpenedAt,
  endReason: call.endReason,
  sealMode: call.sealMode,
  routeMode: call.method.twoEnvelopes || call.method.finalOffers ? ('split' as const) : call.method.sealMode,
  twoEnvelopes: call.method.twoEnvelopes,
  finalOffers: call.method.finalOffers,
  minProposals: call.method.minProposals,
})

/** Whether the keys are made, each for its envelope, and when they were last tried. */
async function madeOf(db: Reader, call: Call) {
  const keys = await keysOf(db, call.id)
  const [first] = keys
  if (!first || keys.length !== keysFor(call).length) return null
  return { madeAt: first.madeAt, triedAt: keys.every((k) => k.triedAt) ? first.triedAt : null }
}

/** 密钥仪式 as the buyer's office sees it: how it is sealed, who is missing, what comes next. */
export async function readKeyDesk(ctx: Context, tenderId: string) {
  const call = await findCall(ctx.db, tenderId)
  authorize(ctx.actor, 'tender.read', call)
  const three = await keepersOf(ctx.db, tenderId)
  const early = call.state === 'draft' || call.state === 'in_review'
  const seals = may(ctx.actor, 'tender.seal', call)
  const names = early && seals && call.sealMode === 'split'
  return {
    call: shownCall(call, ctx.clock.now()),
    keepers: three.map(shownKeeper),
    made: await madeOf(ctx.db, call),
    candidates: names ? await candidatesFor(ctx.db, call, dateOf(ctx.clock.now())) : [],
    early,
    can: { seal: seals, name: names },
  }
}
export type KeyDesk = Awaited<ReturnType<typeof readKeyDesk>>

/** A keeper's own page: his part, and whether the others are in. */
export async function readShareDesk(ctx: Context, tenderId: string) {
  const mine = await myKeepership(ctx.db, ctx, tenderId)
  const call = await findCall(ctx.db, tenderId)
  const days = await parameter(ctx.db, 'SHARE_PROOF', dateOf(ctx.clock.now()))
  const last = mine.provedAt ?? mine.confirmedAt
  return {
    call: shownCall(call, ctx.clock.now()),
    mine: shownKeeper(mine),
    keepers: (await keepersOf(ctx.db, tenderId)).map(shownKeeper),
    made: (await madeOf(ctx.db, call)) !== null,
    early: call.state === 'draft' || call.state === 'in_review',
    holds: (await sharesOf(ctx.db, mine.id)).length > 0,
    proveBy: last && new Date(last.getTime() + days.value * 86_400_000),
  }
}
export type ShareDesk = Awaited<ReturnType<typeof readShareDesk>>

/** Who keeps the key, as the call tells everybody; simple: that nobody does. */
export async function publicSeal(db: Reader, call: Pick<Call, 'id' | 'sealMode' | 'method'>) {
  const keys = await keysOf(db, call.id)
  return {
    mode: call.sealMode,
    other: call.sealMode === 'simple' && call.method.sealMode === 'split',
    keepers: (await keepersOf(db, call.id)).map(({ kind, name, body }) => ({ kind, name, body })),
    triedAt: keys[0]?.triedAt ?? null,
    twoEnvelopes: call.method.twoEnvelopes,
    finalOffers: call.method.finalOffers,
  }
}
export type PublicSeal = Awaited<ReturnType<typeof publicSeal>>
