import { eq } from 'drizzle-orm'
import {
  buyerChecks,
  evaluationVersions,
  priceCorrections,
  scoreChanges,
  supplements,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Fen } from '../../money.ts'
import { consultationOf } from './consultation/find-consultation.ts'
import type { Panel } from './find-panel.ts'

/** What else belongs to a report: what bidders were asked, what the buyer checked, who promised what, what it was before. */
export type Annexes = {
  /** 先承诺后公开: the hash each member's sheet was locked with. */
  commitments: Array<{ ordinal: number; hash: string | null; at: number | null }>
  buyerChecks: Array<{ proposalId: string; failed: number[]; words: string | null }>
  supplements: Array<{ proposalId: string; items: string[]; wanted: string; answered: boolean }>
  corrections: Array<{
    proposalId: string
    was: Fen
    corrected: Fen
    steps: string[]
    agreed: boolean
    answer: string | null
  }>
  changes: Array<{
    ordinal: number
    proposalId: string
    criterionId: string
    ground: string
    was: number
    now: number
  }>
  /** 磋商: what was said to all who remained, what it changed, when they were asked and by when they sent. */
  consultation?: { words: string; changes: string | null; askedAt: number; dueAt: number }
  previous: Array<{ version: number; ground: string; words: string; hash: string; at: number }>
}

/** The earlier reports of one tender, each kept whole. */
export const versionsOf = (db: Reader, tenderId: string) =>
  db
    .select()
    .from(evaluationVersions)
    .where(eq(evaluationVersions.tenderId, tenderId))
    .orderBy(evaluationVersions.version)

async function changesOf(db: Reader, panel: Panel): Promise<Annexes['changes']> {
  const rows = await db
    .select()
    .from(scoreChanges)
    .where(eq(scoreChanges.tenderId, panel.call.id))
    .orderBy(scoreChanges.at)
  const ordinal = (sheetId: string) => {
    const seatId = panel.sheets.find((s) => s.id === sheetId)?.panelSeatId
    return panel.seats.find((s) => s.id === seatId)?.ordinal ?? 0
  }
  return rows.map(({ sheetId, proposalId, criterionId, ground, was, now }) => {
    return { ordinal: ordinal(sheetId), proposalId, criterionId, ground, was, now }
  })
}

/** The round of final offers, once it is over; a route without one has no such part. */
async function roundOf(db: Reader, tenderId: string): Promise<Pick<Annexes, 'consultation'>> {
  const was = await consultationOf(db, tenderId)
  if (was?.state !== 'opened') return {}
  const { words, changes, askedAt, dueAt } = was
  return { consultation: { words, changes, askedAt: askedAt!.getTime(), dueAt: dueAt!.getTime() } }
}

export async function annexesOf(db: Reader, panel: Panel): Promise<Annexes> {
  const { id } = panel.call
  const checks = await db.select().from(buyerChecks).where(eq(buyerChecks.tenderId, id))
  const asked = await db.select().from(supplements).where(eq(supplements.tenderId, id))
  const found = await db.select().from(priceCorrections).where(eq(priceCorrections.tenderId, id))
  const before = await versionsOf(db, id)
  const sheet = (seatId: string) => panel.sheets.find((s) => s.panelSeatId === seatId)
  return {
    commitments: panel.seats.map((s) => ({
      ordinal: s.ordinal,
      hash: sheet(s.id)?.hash ?? null,
      at: sheet(s.id)?.submittedAt?.getTime() ?? null,
    })),
    buyerChecks: checks.map(({ proposalId, failed, words }) => ({ proposalId, failed, words })),
    supplements: asked.map(({ proposalId, items, wanted, answeredAt }) => {
      return { proposalId, items, wanted, answered: answeredAt !== null }
    }),
    corrections: found.map(({ proposalId, was, corrected, steps, agreedAt, answer }) => {
      return { proposalId, was, corrected, steps, agreed: agreedAt !== null, answer }
    }),
    changes: await changesOf(db, panel),
    ...(await roundOf(db, id)),
    previous: before.map(({ version, ground, words, reportHash, reopenedAt }) => {
      return { version, ground, words, hash: reportHash, at: reopenedAt.getTime() }
    }),
  }
}
