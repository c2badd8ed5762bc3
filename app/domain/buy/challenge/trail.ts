import { eq } from 'drizzle-orm'
import { tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'
import { challengesShown } from './find-challenge.ts'

const basis = {
  raised: '政府采购法 第五十二条',
  answered: '政府采购法 第五十三条',
  complained: '政府采购法 第五十五条',
  ruled: '政府采购法 第五十六条',
}

type Shown = Awaited<ReturnType<typeof challengesShown>>[number]
type Paper = (label: string) => { label: string; href: string }
/** That the district was asked, and how it ruled. */
const complaintTold = (c: Shown['complaint'], paper: Paper): TrailEntry[] => {
  if (!c) return []
  const about = { chapter: 'buy' as const, params: { no: c.refNo }, paper: paper(c.refNo) }
  const filed = { ...about, at: c.filedAt, key: 'complaint.file', ground: basis.complained }
  if (!c.decidedAt) return [filed]
  return [
    filed,
    { ...about, at: c.decidedAt, key: `complaint.${c.outcome}`, words: c.decision, ground: basis.ruled },
  ]
}

/** That a bidder objected, and what the buyer replied. */
const challengeTold = (c: Shown, buyerId: string, paper: Paper): TrailEntry[] => {
  const about = { chapter: 'buy' as const, paper: paper(c.refNo) }
  const raised: TrailEntry = {
    ...about,
    at: c.submittedAt,
    key: c.challenger ? 'challenge.submit' : 'challenge.submit.unnamed',
    params: c.challenger ? { no: c.refNo, by: c.challenger } : { no: c.refNo },
    ground: basis.raised,
  }
  if (!c.repliedAt) return [raised]
  const answered = { words: c.reply, byPartyId: buyerId, ground: basis.answered }
  return [
    raised,
    { ...about, ...answered, at: c.repliedAt, key: `challenge.${c.state}`, params: { no: c.refNo } },
  ]
}

/** Challenges of a project: that one came, and what was answered; what was alleged stays between the two. */
export async function trailOfChallenge(db: Reader, planId: string): Promise<TrailEntry[]> {
  const runs = await db
    .select({ id: tenders.id, buyerId: tenders.buyerId })
    .from(tenders)
    .where(eq(tenders.planId, planId))
  const each = runs.map(async ({ id, buyerId }): Promise<TrailEntry[]> => {
    const paper = (label: string) => ({ label, href: `/tenders/${id}/result#challenges` })
    return (await challengesShown(db, id)).flatMap((c) => [
      ...challengeTold(c, buyerId, paper),
      ...complaintTold(c.complaint, paper),
    ])
  })
  return (await Promise.all(each)).flat()
}
