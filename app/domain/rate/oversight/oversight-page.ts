import { desc, eq, or } from 'drizzle-orm'
import { oversights, places } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { oversightMatters } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { maskedIn } from '../../masked-words.ts'
import { pick } from '../../pick.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findOversight, kinOfCommittee, watchedBy } from './find-oversight.ts'
import { oversight } from './machine.ts'
import { isMatter, type MatterKind, matterOf, mattersPage } from './matters.ts'

const MOST = 200
const noMatters = { matters: [], count: 0, page: 1, pages: 1 }
const shown = [
  'id',
  'refNo',
  'matter',
  'matterTitle',
  'words',
  'state',
  'raisedAt',
  'answerDueAt',
  'answer',
  'answeredAt',
  'settledAt',
  'escalation',
  'escalatedAt',
  'rulingDueAt',
  'upheld',
  'ruling',
  'ruledAt',
] as const

/** The desk of the supervision committee: every matter of its community of one kind, and every objection. */
export async function oversightPage(ctx: Context, wanted: string | null, page = 1) {
  const seat = ctx.actor.seat
  const watched = await watchedBy(ctx.db, ctx.actor)
  const at = watched ?? { committeeId: '', streetId: seat?.partyId ?? '' }
  authorize(ctx.actor, 'oversight.read', { ...at, rulerId: seat?.partyId ?? '' })
  const kind: MatterKind = wanted && isMatter(wanted) ? wanted : 'contract'
  const rows = await ctx.db
    .select()
    .from(oversights)
    .where(
      or(
        eq(oversights.committeeId, seat!.partyId),
        eq(oversights.streetId, seat!.partyId),
        eq(oversights.rulerId, seat!.partyId),
      ),
    )
    .orderBy(desc(oversights.raisedAt))
  const kin = watched ? await kinOfCommittee(ctx.db, ctx, watched.committeeId) : false
  const facts = watched && { ...watched, rulerId: watched.streetId, kinOfCommittee: kin }
  return {
    committee: watched?.committee ?? null,
    kind,
    kinds: oversightMatters,
    ...(watched ? await mattersPage(ctx.db, { communityId: watched.communityId, kind, page }) : noMatters),
    objections: rows.map((o) => pick(o, shown)),
    raises: facts ? may(ctx.actor, 'oversight.raise', facts) : false,
  }
}

/** The matter an objection is to be raised against. */
export async function raisePage(ctx: Context, kind: string, id: string) {
  const watched = await watchedBy(ctx.db, ctx.actor)
  const { committeeId, streetId, communityId } = watched ?? { committeeId: '', streetId: '', communityId: '' }
  const kin = await kinOfCommittee(ctx.db, ctx, committeeId)
  authorize(ctx.actor, 'oversight.raise', { committeeId, streetId, rulerId: streetId, kinOfCommittee: kin })
  const found = isMatter(kind) ? await matterOf(ctx.db, communityId, kind, id) : null
  if (!found || !isMatter(kind)) throw new Refusal('missing', 'oversight-not-here')
  return { kind, ...found }
}

/** One objection, and what this seat may do about it. */
export async function oneOversight(ctx: Context, id: string) {
  const found = await findOversight(ctx.db, ctx, id)
  authorize(ctx.actor, 'oversight.read', found)
  const open = oversight.open(found.state)
  const late = ctx.clock.now() >= found.answerDueAt
  const can = (move: 'answer' | 'settle' | 'escalate' | 'rule') =>
    open.includes(move) && may(ctx.actor, `oversight.${move}`, found)
  return {
    objection: pick(found, shown),
    may: {
      answer: can('answer'),
      settle: can('settle'),
      escalate: can('escalate') && (found.state === 'answered' || late),
      rule: can('rule'),
    },
  }
}
export type ShownOversight = Awaited<ReturnType<typeof oneOversight>>['objection']

/** 居务监督公开: every objection with its answer, by community; nobody by name. */
export async function publicOversights(db: Reader) {
  const rows = await db
    .select({ o: oversights, community: places.name, communityEn: places.nameEn })
    .from(oversights)
    .innerJoin(places, eq(places.id, oversights.communityId))
    .orderBy(desc(oversights.raisedAt))
    .limit(MOST)
  return {
    objections: rows.map(({ o, ...place }) => ({
      ...maskedIn(pick(o, shown), ['words', 'answer', 'escalation', 'ruling']),
      ...place,
    })),
  }
}
