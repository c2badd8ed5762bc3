import { and, eq, inArray } from 'drizzle-orm'
import {
  type HandoverMatter,
  parties,
  rounds,
  tenderKeepers,
  tenderKeys,
  tenders,
  trustees,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { trusteesOf } from '../../ask/vote/trustees/find-trustees.ts'
import { keepersOf } from '../../buy/seal/find-keepers.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import type { Post } from './find-handover.ts'

type Other = { id: string; triedAt: Date | null }
const dayLong = 86_400_000
/** 演练: whether the other two opened the test words together lately, so that nothing hangs on this one's share. */
function openWithout(three: readonly Other[], mine: string, since: number) {
  const [a, b] = three.filter(({ id }) => id !== mine)
  const at = a?.triedAt?.getTime()
  return at !== undefined && at === b?.triedAt?.getTime() && at >= since
}

/** Calls of his whose proposals, or a part of them, nobody has opened yet. */
const ofTenders = (db: Reader, personId: string, body: string) =>
  db
    .selectDistinct({ keeper: tenderKeepers, title: tenders.title, record: tenderKeys.record })
    .from(tenderKeepers)
    .innerJoin(tenders, eq(tenders.id, tenderKeepers.tenderId))
    .leftJoin(tenderKeys, eq(tenderKeys.tenderId, tenders.id))
    .where(
      and(
        eq(tenderKeepers.personId, personId),
        eq(tenderKeepers.body, body),
        eq(tenders.sealMode, 'split'),
        inArray(tenders.state, ['draft', 'in_review', 'published', 'opened']),
      ),
    )

/** Rounds of his whose box nobody has opened yet. */
const ofRounds = (db: Reader, personId: string, body: string) =>
  db
    .select({ trustee: trustees, name: rounds.name })
    .from(trustees)
    .innerJoin(rounds, eq(rounds.id, trustees.roundId))
    .where(
      and(
        eq(trustees.personId, personId),
        eq(trustees.body, body),
        inArray(rounds.state, ['draft', 'sealed']),
      ),
    )

const matter = (key: 'share' | 'keeper', link: string, title: string): HandoverMatter => ({
  ...{ key: `handover.${key}`, params: {}, matter: title, link, due: null, kind: 'named' },
})

async function tenderShares(db: Reader, personId: string, body: string, since: number) {
  const found: HandoverMatter[] = []
  const rows = (await ofTenders(db, personId, body)).filter(({ record }) => record === null)
  const once = new Map(rows.map((row) => [row.keeper.tenderId, row]))
  for (const { keeper, title } of once.values()) {
    if (openWithout(await keepersOf(db, keeper.tenderId), keeper.id, since)) continue
    const link = `/desk/tenders/${keeper.tenderId}/share`
    found.push(matter(keeper.confirmedAt ? 'share' : 'keeper', link, title))
  }
  return found
}
async function roundShares(db: Reader, personId: string, body: string, since: number) {
  const found: HandoverMatter[] = []
  for (const { trustee, name } of await ofRounds(db, personId, body)) {
    if (openWithout(await trusteesOf(db, trustee.roundId), trustee.id, since)) continue
    const link = `/desk/rounds/${trustee.roundId}/share`
    found.push(matter(trustee.confirmedAt ? 'share' : 'keeper', link, name))
  }
  return found
}

/**
 * 密钥份额 that he keeps as one of this body: they pass to nobody. Each hangs on him until what it opens is open, another
 * is named before it is used, or the other two have opened test words without him within the days a share is proved by.
 */
export async function sharesKept(db: Reader, ctx: Context, { personId, partyId }: Post) {
  const [body] = await db.select({ name: parties.name }).from(parties).where(eq(parties.id, partyId))
  const now = ctx.clock.now()
  const { value } = await parameter(db, 'SHARE_PROOF', dateOf(now))
  const since = now.getTime() - value * dayLong
  const name = body?.name ?? ''
  return [
    ...(await tenderShares(db, personId, name, since)),
    ...(await roundShares(db, personId, name, since)),
  ]
}
