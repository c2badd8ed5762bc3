import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { journal, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'
import { failReasons } from '../evaluation/fail-reasons-data.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { documentHash } from './document-hash.ts'
import { amendmentsOf, findTender, questionsOf, type TenderFacts } from './find-tender.ts'
import { versionsOf } from './versions.ts'

const paperOf = (tender: TenderFacts, part = '') => ({
  label: tender.refNo,
  href: `/tenders/${tender.id}${part}`,
})

async function changesOf(db: Reader, tender: TenderFacts): Promise<TrailEntry[]> {
  const all = await amendmentsOf(db, tender.id)
  return all
    .filter((a) => a.publishedAt !== null)
    .map((a) => ({
      at: a.publishedAt!,
      chapter: 'buy',
      key: a.material ? 'amendment.material' : 'amendment.publish',
      params: { n: a.ordinal },
      words: a.reason,
      byPartyId: tender.buyerId,
      byRole: roleFor('approver', tender.buyer.kind),
      paper: paperOf(tender, '#changed'),
    }))
}

async function answersOf(db: Reader, tender: TenderFacts): Promise<TrailEntry[]> {
  const answered = (await questionsOf(db, tender.id)).filter((q) => q.answeredAt !== null)
  const last = answered.at(-1)
  if (!last) return []
  return [
    {
      at: answered.reduce((at, q) => (q.answeredAt! > at ? q.answeredAt! : at), last.answeredAt!),
      chapter: 'buy',
      key: 'question.answer',
      params: { n: answered.length },
      byPartyId: tender.buyerId,
      byRole: roleFor('handler', tender.buyer.kind),
      paper: paperOf(tender, '#qa'),
    },
  ]
}

/** Every tender of a project: put to the market, asked about, changed, ended. */
export async function trailOfTender(db: Reader, planId: string): Promise<TrailEntry[]> {
  const published = await db
    .select({ id: tenders.id })
    .from(tenders)
    .where(and(eq(tenders.planId, planId), isNotNull(tenders.publishedAt)))
  const each = published.map(async ({ id }): Promise<TrailEntry[]> => {
    const tender = await findTender(db, id)
    const entry: TrailEntry = {
      at: tender.publishedAt!,
      chapter: 'buy',
      key: 'tender.publish',
      params: { route: tender.method.name, routeEn: tender.method.nameEn },
      byPartyId: tender.buyerId,
      byRole: roleFor('approver', tender.buyer.kind),
      ground: tender.method.basis,
      paper: paperOf(tender),
      hash: (await versionsOf(db, id))[0]?.hash ?? documentHash(tender),
      amount: tender.ceiling,
    }
    return [
      entry,
      ...(await answersOf(db, tender)),
      ...(await changesOf(db, tender)),
      ...(await endOf(db, tender)),
    ]
  })
  return (await Promise.all(each)).flat()
}

/** When a tender was ended: the journal's own line. */
async function endedAt(db: Reader, tenderId: string): Promise<Date | null> {
  const [line] = await db
    .select({ at: journal.at })
    .from(journal)
    .where(and(eq(journal.subject, tenderId), inArray(journal.action, ['tender.cancel', 'tender.fail'])))
  return line?.at ?? null
}

/** A ground of the house is told in the reader's language; what a person wrote stands as it is. */
const endWordsOf = ({ endGround, endReason, method }: TenderFacts) =>
  endGround !== null && Object.hasOwn(failReasons, endGround)
    ? `tender.fail.${endGround}?least=${method.minProposals}`
    : endReason

async function endOf(db: Reader, tender: TenderFacts): Promise<TrailEntry[]> {
  if (tender.state !== 'cancelled' && tender.state !== 'failed') return []
  const at = await endedAt(db, tender.id)
  const byRole = roleFor(tender.state === 'cancelled' ? 'approver' : 'handler', tender.buyer.kind)
  const key = `tender.${tender.state}`
  return [
    {
      at: at ?? tender.deadline,
      chapter: 'buy',
      key,
      words: endWordsOf(tender),
      byPartyId: tender.buyerId,
      byRole,
      paper: paperOf(tender),
    },
  ]
}
