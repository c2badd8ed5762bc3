import type { Context } from '../../../context.ts'
import { authorize, may } from '../../../policy/index.ts'
import { findRound } from '../find-round.ts'
import { shownRound } from '../read-round.ts'
import { myTrusteeship } from './confirm-trustee.ts'
import { boxOf, candidatesFor, type Trustee, trusteesOf } from './find-trustees.ts'
import { isOffered, offerHours } from './offered-share.ts'

/** A trustee as a page may show him: what he has done, and none of his keys. */
const shown = (trustee: Trustee, now: Date) => {
  const { id, kind, name, body, confirmedAt, triedAt, printedAt } = trustee
  return { id, kind, name, body, confirmedAt, triedAt, printedAt, offered: isOffered(trustee, now) }
}
export type ShownTrustee = ReturnType<typeof shown>

/** 密钥仪式 and 开票 as the office sees them: who is missing, what comes next, what the actor may do. */
export async function readKeyPage(ctx: Context, roundId: string) {
  const found = await findRound(ctx.db, roundId)
  authorize(ctx.actor, 'round.prepare', found)
  const three = await trusteesOf(ctx.db, roundId)
  const box = await boxOf(ctx.db, roundId)
  const naming = found.state === 'draft' && may(ctx.actor, 'round.name_trustees', found)
  return {
    round: await shownRound(ctx.db, found, ctx.clock.now()),
    trustees: three.map((one) => shown(one, ctx.clock.now())),
    made: box && { madeAt: box.keyMadeAt, triedAt: box.triedAt },
    box: box?.closedAt
      ? { closedAt: box.closedAt, root: box.root, leaves: box.leaves ?? 0, replaced: box.replaced ?? 0 }
      : null,
    candidates: naming ? await candidatesFor(ctx.db, found) : [],
    can: {
      name: naming,
      try: may(ctx.actor, 'round.try_key', found),
      close: may(ctx.actor, 'round.close_box', found),
      count: may(ctx.actor, 'round.count', found),
    },
  }
}

/** What he may do from afar: null before there is a share and after it is gone. */
function offerOf(mine: Trustee, three: readonly ShownTrustee[], now: Date) {
  if (!mine.shareSealed) return null
  const waits = isOffered(mine, now) && mine.offeredAt
  return {
    hours: offerHours,
    until: waits ? new Date(waits.getTime() + offerHours * 3_600_000) : null,
    other: three.find((one) => one.offered && one.id !== mine.id)?.name ?? null,
  }
}

/** A trustee's own page: his part, and whether the others are in. */
export async function readSharePage(ctx: Context, roundId: string) {
  const mine = await myTrusteeship(ctx.db, ctx, roundId)
  const found = await findRound(ctx.db, roundId)
  const now = ctx.clock.now()
  const trustees = (await trusteesOf(ctx.db, roundId)).map((one) => shown(one, now))
  const box = await boxOf(ctx.db, roundId)
  return {
    round: await shownRound(ctx.db, found, now),
    mine: shown(mine, now),
    trustees,
    offer: offerOf(mine, trustees, now),
    made: box !== null,
    closed: box?.closedAt ? { at: box.closedAt, root: box.root ?? '', leaves: box.leaves ?? 0 } : null,
    printable: mine.shareSealed !== null,
  }
}

/** The three as the public sees them: from which body each comes, and that they have tried the key. */
export async function publicTrustees(ctx: Context, roundId: string) {
  const box = await boxOf(ctx.db, roundId)
  return {
    trustees: (await trusteesOf(ctx.db, roundId)).map(({ kind, name, body }) => ({ kind, name, body })),
    triedAt: box?.triedAt ?? null,
    closedAt: box?.closedAt ?? null,
    root: box?.root ?? null,
    leaves: box?.leaves ?? 0,
  }
}
