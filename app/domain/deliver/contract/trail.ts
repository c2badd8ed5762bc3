import { and, eq, isNotNull } from 'drizzle-orm'
import { contracts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'
import { changesOf } from './find-change.ts'
import type { Contract } from './find-contract.ts'
import { publicSubcontracts } from './subcontract/subcontract-page.ts'
import { grounds } from './templates-data.ts'

const paper = (c: Contract) => ({ label: c.refNo, href: `/contracts/${c.id}` })

/** How it ended: carried out, or ended before its time with what is to come back. */
const endingOf = (c: Contract): TrailEntry[] => {
  const about = {
    chapter: 'deliver' as const,
    params: { title: c.title },
    byPartyId: c.buyerId,
    paper: paper(c),
  }
  if (c.state === 'completed') return [{ ...about, at: c.endedAt!, key: 'contract.complete' }]
  if (c.state !== 'terminated') return []
  const { endReason: words, recovered: amount } = c
  return [{ ...about, at: c.endedAt!, key: 'contract.terminate', words, amount }]
}

const entriesOf = (c: Contract): TrailEntry[] => [
  {
    at: c.publishedAt!,
    chapter: 'deliver',
    key: 'contract.publish',
    params: { title: c.title, from: c.from, to: c.to },
    byPartyId: c.buyerId,
    ground: grounds.publish,
    paper: paper(c),
    hash: c.bodyHash,
    seal: { key: 'contract', no: c.refNo },
    amount: c.price,
  },
  ...endingOf(c),
]

/** 合同变更: each change in force, with its reason and its fingerprint. */
const changesIn = async (db: Reader, c: Contract): Promise<TrailEntry[]> =>
  (await changesOf(db, c.id))
    .filter((change) => change.state === 'approved')
    .map((change) => ({
      at: change.decidedAt!,
      chapter: 'deliver' as const,
      key: 'change.approve',
      words: change.reason,
      byPartyId: c.buyerId,
      byRole: null,
      ground: grounds.change,
      paper: { label: change.refNo, href: `/contracts/${c.id}#changes` },
      hash: change.hash,
      amount: null,
    }))

/** 分包: each the buyer consented to, with its fingerprint. */
const partsGiven = async (db: Reader, c: Contract): Promise<TrailEntry[]> =>
  (await publicSubcontracts(db, c.id)).map((s) => ({
    at: s.decidedAt!,
    chapter: 'deliver' as const,
    key: 'subcontract.consent',
    words: s.part,
    byPartyId: c.buyerId,
    ground: grounds.subcontract,
    paper: { label: s.refNo, href: `/contracts/${c.id}#subcontracts` },
    hash: s.hash,
  }))

/** A project's contract: published with its seal, completed or ended. Nothing of a contract is told before it is published. */
export async function trailOfContract(db: Reader, planId: string): Promise<TrailEntry[]> {
  const rows = await db
    .select()
    .from(contracts)
    .where(and(eq(contracts.planId, planId), isNotNull(contracts.publishedAt)))
  const changed = await Promise.all(rows.map((c) => changesIn(db, c)))
  const given = await Promise.all(rows.map((c) => partsGiven(db, c)))
  return [...rows.flatMap(entriesOf), ...changed.flat(), ...given.flat()]
}
