import { and, desc, eq } from 'drizzle-orm'
import { meetingRules, type RuleGround } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity } from '../../where/bodies-of-community.ts'
import { communityOfSeat } from '../community-of-seat.ts'
import { type Rule, ruleOf } from './find-rule.ts'
import type { ReviseRule } from './forms.ts'

/** The figures as typed, each with what they were adopted by. */
function revised(was: Rule, input: ReviseRule) {
  const ground: RuleGround = { source: input.source, mark: 'local', certainty: 'S' }
  const { id: _id, ...rest } = was
  return {
    ...rest,
    noticeValue: input.notice,
    noticeUnit: input.noticeUnit,
    quorumOver: input.quorumOver === 'over',
    quorumNum: input.quorum[0],
    quorumDen: input.quorum[1],
    majorityOver: input.majorityOver === 'over',
    majorityNum: input.majority[0],
    majorityDen: input.majority[1],
    majorityBase: input.majorityBase,
    proxies: was.counted ? 0 : input.proxies,
    from: input.from,
    grounds: { ...was.grounds, notice: ground, quorum: ground, majority: ground, proxy: ground },
  }
}

async function lastVersion(tx: Tx, code: string, scope: string): Promise<number> {
  const [last] = await tx
    .select({ version: meetingRules.version })
    .from(meetingRules)
    .where(and(eq(meetingRules.code, code), eq(meetingRules.scope, scope)))
    .orderBy(desc(meetingRules.version))
    .limit(1)
  return last?.version ?? 0
}

/** A community's own rule for one kind of meeting: a new version from a later day on, with what it was adopted by. */
export const reviseRule = (ctx: Context, { code, ...input }: ReviseRule & { code: string }) =>
  ctx.transact(async (tx) => {
    const communityId = await communityOfSeat(tx, ctx)
    authorize(ctx.actor, 'meeting_rule.revise', await bodiesOfCommunity(tx, communityId))
    const now = ctx.clock.now()
    const today = dateOf(now)
    if (input.from <= today) throw new Refusal('invalid', 'rule-from-tomorrow')
    if (input.quorum[0] * 2 < input.quorum[1]) throw new Refusal('invalid', 'quorum-under-half')
    const was = await ruleOf(tx, code, { communityId, on: today })
    const version = (await lastVersion(tx, code, communityId)) + 1
    const by = { adoptedBy: ctx.actor.personId, createdAt: now }
    await tx.insert(meetingRules).values({ ...revised(was, input), scope: communityId, version, ...by })
    await record(tx, ctx, 'meeting_rule.revise', { subject: `${code}@${communityId}` }, { version })
    return { code }
  })
