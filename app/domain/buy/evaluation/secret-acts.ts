import { and, eq, inArray, isNotNull, like, not, notInArray, or, type SQL } from 'drizzle-orm'
import { awards, journal, panelDraws, proposals, tenders } from '#db/schema/index.ts'
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
  'consultation',
]
/** What a member's own act may bring about: his vote puts a proposal aside, his signature ends the evaluation. */
const consequences = ['tender.evaluate', 'tender.fail', 'proposal.disqualify']
const ofPanel = or(
  ...families.map((family) => like(journal.action, `${family}.%`)),
  inArray(journal.action, consequences),
)

/** A call that failed or was ended has its notice, and no other result will follow. */
const endedStates = ['failed', 'cancelled'] as const
/** The calls whose result, or whose end without one, is public. */
const told = (db: Reader) => {
  const noticed = db.select({ id: awards.tenderId }).from(awards).where(isNotNull(awards.notifiedAt))
  return or(inArray(tenders.state, [...endedStates]), inArray(tenders.id, noticed))!
}

/** 结果公告以后: whether an award of this tender was ever published, or its failure; until then who sat on its panel is secret. */
export const isResultOut = async (db: Reader, tenderId: string) =>
  (await db.$count(tenders, and(eq(tenders.id, tenderId), told(db)))) > 0

/** 评审委员会成员名单在评审结果公告前应当保密 (87号令 第四十七条末款，条号待核): the lines of the journal that would tell it, whoever wrote them. */
export function secretActs(db: Reader): SQL {
  const out = db.select({ id: tenders.id }).from(tenders).where(told(db))
  const theirs = db.select({ id: proposals.id }).from(proposals).where(inArray(proposals.tenderId, out))
  return and(ofPanel, notInArray(journal.subject, out), notInArray(journal.subject, theirs))!
}

/** The first draw of a panel that is secret still; null: there is none. */
export async function firstSecretDraw(db: Reader): Promise<Date | null> {
  const [found] = await db
    .select({ at: panelDraws.drawnAt })
    .from(panelDraws)
    .innerJoin(tenders, eq(tenders.id, panelDraws.tenderId))
    .where(not(told(db)))
    .orderBy(panelDraws.drawnAt)
    .limit(1)
  return found?.at ?? null
}
