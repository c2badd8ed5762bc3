import { and, desc, eq, inArray, lte } from 'drizzle-orm'
import { meetingRules } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { communityKinds } from '#db/vocabulary.ts'
import { Refusal } from '../../refusal.ts'

export type Rule = typeof meetingRules.$inferSelect
type Of = { communityId: string; on: string }

/** The rules in force in a community on a day, one a kind of meeting: its own version before the default. */
export async function rulesOf(db: Reader, { communityId, on }: Of): Promise<Rule[]> {
  const rows = await db
    .select()
    .from(meetingRules)
    .where(and(inArray(meetingRules.scope, ['*', communityId]), lte(meetingRules.from, on)))
    .orderBy(desc(meetingRules.version))
  const own = rows.filter((r) => r.scope !== '*')
  const codes = [...new Set([...rows].reverse().map((r) => r.code))]
  return codes.map((code) => own.find((r) => r.code === code) ?? rows.find((r) => r.code === code)!)
}

/** The rule for one kind of meeting in force in a community on a day. */
export async function ruleOf(db: Reader, code: string, of: Of): Promise<Rule> {
  const found = (await rulesOf(db, of)).find((r) => r.code === code)
  if (!found) throw new Refusal('missing', 'meeting-rule')
  return found
}

/** A rule as it stood in one version. */
export async function findRule(db: Reader, id: string): Promise<Rule> {
  const [found] = await db.select().from(meetingRules).where(eq(meetingRules.id, id))
  if (!found) throw new Refusal('missing', 'meeting-rule')
  return found
}

/** Whether a kind of meeting belongs to this kind of community: a village has no 居民会议. */
export const fits = (rule: Rule, kind: (typeof communityKinds)[number] | null) =>
  rule.communityKind === null || rule.communityKind === (kind ?? 'residents_committee')

/** 召集门槛: the rule under which residents may make the committee call a meeting. */
export const assemblyCode = (kind: (typeof communityKinds)[number] | null) =>
  kind === 'village_committee' ? 'villagers_meeting' : 'residents_meeting'
