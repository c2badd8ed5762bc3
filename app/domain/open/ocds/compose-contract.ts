import { and, asc, eq } from 'drizzle-orm'
import { contractChanges } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { implementationOf } from './compose-implementation.ts'
import { itemsOf } from './compose-items.ts'
import type { Who } from './compose-parties.ts'
import type { Process } from './find-process.ts'
import { type Contract, type Work, workOf } from './find-work.ts'
import { labels } from './labels-data.ts'
import { firstOf, instantOf, type Json, known, lastOf, moneyOf } from './words.ts'

/** 变更: each approved change; the last one is what this release tells of. */
async function changesOf(db: Reader, p: Process, c: Contract, releaseId: string | null) {
  const rows = await db
    .select()
    .from(contractChanges)
    .where(and(eq(contractChanges.contractId, c.id), eq(contractChanges.state, 'approved')))
    .orderBy(asc(contractChanges.decidedAt), asc(contractChanges.refNo))
  const before = p.before.findLast((r) => r.tags.some((tag) => tag.startsWith('contract')))
  return rows.map((change, at) => {
    const told = releaseId !== null && at === rows.length - 1
    return known({
      id: change.refNo,
      date: instantOf(change.decidedAt),
      rationale: change.rationale ? `${labels.change[change.rationale]}：${change.reason}` : change.reason,
      amendsReleaseID: told ? before?.id : null,
      releaseID: told ? releaseId : null,
    })
  })
}

const paperOf = ({ profile: { origin } }: Process, c: Contract) => ({
  id: 'signed',
  documentType: 'contractSigned',
  title: labels.contract,
  url: `${origin}/contracts/${c.id}`,
  datePublished: instantOf(c.publishedAt),
  format: 'text/html',
  language: 'zh',
})
const promisesOf = ({ promised }: Work) =>
  promised.map((i) => ({
    id: i.code,
    title: i.name,
    observations: [{ id: '1', measure: i.target, unit: { name: i.unit } }],
  }))

async function contractOf(db: Reader, p: Process, who: Who, c: Contract, releaseId: string | null) {
  const work = await workOf(db, c)
  return known({
    id: c.refNo,
    awardID: c.awardId,
    title: c.title,
    status: c.state === 'published' ? 'active' : 'terminated',
    value: moneyOf(c.price),
    dateSigned: instantOf(c.buyerSignedAt),
    period: { startDate: firstOf(c.from), endDate: lastOf(c.to) },
    items: await itemsOf(db, p),
    documents: [paperOf(p, c)],
    agreedMetrics: promisesOf(work),
    amendments: await changesOf(db, p, c, releaseId),
    implementation: implementationOf(p, who, c, work),
  })
}

/** 合同: from its publication on, with what was done on it and paid for it. */
export async function contractsOf(db: Reader, p: Process, who: Who, releaseId: string | null): Promise<Json> {
  const contracts: Json[] = []
  for (const c of p.contracts) contracts.push(await contractOf(db, p, who, c, releaseId))
  return known({ contracts })
}
