import { and, eq, inArray, isNotNull, like, notInArray, or, type SQL } from 'drizzle-orm'
import { awards, journal, proposals } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

const families = [
  'panel',
  'panelSeat',
  'scoreSheet',
  'report',
  'evaluation',
  'supplement',
  'priceCorrection',
  'lowPrice',
]
/** What a member's own act may bring about: his vote puts a proposal aside, his signature ends the evaluation. */
const consequences = ['tender.evaluate', 'tender.fail', 'proposal.disqualify']
const ofPanel = or(
  ...families.map((family) => like(journal.action, `${family}.%`)),
  inArray(journal.action, consequences),
)

/** 结果公告以后: whether an award of this tender was ever published; until then who sat on its panel is secret. */
export const isResultOut = async (db: Reader, tenderId: string) =>
  (await db.$count(awards, and(eq(awards.tenderId, tenderId), isNotNull(awards.notifiedAt)))) > 0

/** 评审委员会成员名单在评审结果公告前应当保密 (87号令 第四十八条): the lines of the journal that would tell it, whoever wrote them. */
export function secretActs(db: Reader): SQL {
  const out = db.select({ id: awards.tenderId }).from(awards).where(isNotNull(awards.notifiedAt))
  const theirs = db.select({ id: proposals.id }).from(proposals).where(inArray(proposals.tenderId, out))
  return and(ofPanel, notInArray(journal.subject, out), notInArray(journal.subject, theirs))!
}
