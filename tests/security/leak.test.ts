import { getTableName, is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import * as schema from '#db/schema/index.ts'
import { files as fileRows } from '#db/schema/index.ts'
import { readAwardDesk } from '#domain/buy/award/read-award.ts'
import { readFeedback, readResultPage } from '#domain/buy/award/result.ts'
import { readChallenges } from '#domain/buy/challenge/read-challenge.ts'
import { writeFinal } from '#domain/buy/evaluation/consultation/final-draft.ts'
import { readConsultation } from '#domain/buy/evaluation/consultation/read-consultation.ts'
import { readFinal } from '#domain/buy/evaluation/consultation/read-final.ts'
import { drawPanel } from '#domain/buy/evaluation/draw-panel.ts'
import { readMyPanels } from '#domain/buy/evaluation/panels-of-person.ts'
import { readOpening, readOpeningDesk } from '#domain/buy/evaluation/read-opening.ts'
import { readDeclaration, readMyPanel, readPanelDesk } from '#domain/buy/evaluation/read-panel.ts'
import { readQualification } from '#domain/buy/evaluation/read-proposals.ts'
import { readReport } from '#domain/buy/evaluation/read-report.ts'
import { attachFile } from '#domain/buy/proposal/attachments.ts'
import { keepFromProposal } from '#domain/buy/proposal/cabinet/keep.ts'
import { readCabinet } from '#domain/buy/proposal/cabinet/read-cabinet.ts'
import { readAlliance } from '#domain/buy/proposal/consortium/read-alliance.ts'
import { readOwn } from '#domain/buy/proposal/read-own.ts'
import { readPreview } from '#domain/buy/proposal/read-preview.ts'
import { submitProposal, withdrawProposal } from '#domain/buy/proposal/submit-proposal.ts'
import { writeTexts } from '#domain/buy/proposal/write-sections.ts'
import { readUnseal } from '#domain/buy/seal/read-unseal.ts'
import { tenderDesk, tendersPage } from '#domain/buy/tender/tender-desk.ts'
import { tenderPage } from '#domain/buy/tender/tender-page.ts'
import type { Context } from '#domain/context.ts'
import { dateOf } from '#domain/dates.ts'
import { yuan } from '#domain/money.ts'
import { deskOf } from '#domain/open/desk.ts'
import { frontPage } from '#domain/open/front-page.ts'
import { listNotices } from '#domain/open/notices.ts'
import { findProject } from '#domain/open/project.ts'
import { listProjects } from '#domain/open/projects.ts'
import { trailOf } from '#domain/open/trail.ts'
import { myNotices } from '#domain/who/my-notices.ts'
import { finalBy, finalsAsked } from '#tests/support/final-offers.ts'
import { lessChance } from '#tests/support/less-chance.ts'
import { draftedProposal, proposalBy, sentProposal, shape } from '#tests/support/proposal.ts'
import { publishedTender } from '#tests/support/tender.ts'
import { type Town, world } from '#tests/support/world.ts'

const canary = '金丝雀方案正文勿泄'
const tables = Object.values(schema).filter((t) => is(t, SQLiteTable) || is(t, PgTable)) as SQLiteTable[]
const everywhere = async (town: Town) => {
  const dumps = await Promise.all(
    tables.map(
      async (t) => `${getTableName(t)} ${JSON.stringify(await town.store.rows(sql`select * from ${t}`))}`,
    ),
  )
  return dumps.join('\n')
}
/** The words themselves, as JSON escapes them, and as bytes in the usual disguises. */
const disguises = (words: string) => {
  const bytes = Buffer.from(words)
  const based = [0, 1, 2].map((pad) =>
    Buffer.concat([Buffer.alloc(pad), bytes])
      .toString('base64')
      .slice(4, -4),
  )
  return [
    words,
    JSON.stringify(words).slice(1, -1),
    bytes.toString('hex'),
    encodeURIComponent(words),
    ...based,
  ]
}
const people = [
  'resident1',
  'resident6',
  'clerk',
  'director',
  'supervisor',
  'station',
  'grid',
  'handler',
  'approver',
  'finance',
  'acceptor',
  'dHandler',
  'dApprover',
  'dFinance',
  'dAcceptor',
  'centre',
  'centreAuditor',
  'editor4',
  'signer4',
  'editorX',
  'signerX',
  'soloist',
  'worker4',
  ...[1, 2, 3, 4, 5, 6, 7].map((n) => `expert${n}`),
  'auditor',
  'admin',
  'security',
  null,
]
const quiet = async (read: () => Promise<unknown>) => {
  try {
    return JSON.stringify(await read())
  } catch (error) {
    const { kind, reason, params } = error as { kind?: string; reason?: string; params?: unknown }
    if (!kind) throw error
    return JSON.stringify({ kind, reason, params })
  }
}
type Reads = Record<string, (ctx: Context) => Promise<unknown>>
/** What is the same for everybody. */
const openReads = (tender: Seen): Reads => ({
  tendersPage: tendersPage,
  opening: (ctx) => readOpening(ctx, tender.id),
  result: (ctx) => readResultPage(ctx, tender.id),
  board: (ctx) => listNotices(ctx.db),
  front: (ctx) => frontPage(ctx.db, ctx.clock.now(), null),
  project: (ctx) => findProject(ctx.db, tender.planId, dateOf(ctx.clock.now())),
  projects: (ctx) => listProjects(ctx.db, dateOf(ctx.clock.now()), { most: 100 }),
  trail: (ctx) => trailOf(ctx.db, tender.planId, []),
})
/** What depends on who asks. */
const ownReads = (tender: Seen, proposalId: string): Reads => ({
  tenderPage: (ctx) => tenderPage(ctx, tender.id),
  tenderDesk: (ctx) => tenderDesk(ctx, tender.id),
  openingDesk: (ctx) => readOpeningDesk(ctx, tender.id),
  panelDesk: (ctx) => readPanelDesk(ctx, tender.id),
  myPanel: (ctx) => readMyPanel(ctx, tender.id),
  panels: readMyPanels,
  declaration: (ctx) => readDeclaration(ctx, tender.id),
  qualification: (ctx) => readQualification(ctx, tender.id),
  report: (ctx) => readReport(ctx, tender.id),
  awardDesk: (ctx) => readAwardDesk(ctx, tender.id),
  feedback: (ctx) => readFeedback(ctx, tender.id, proposalId),
  challenges: (ctx) => readChallenges(ctx, tender.id),
  consultation: (ctx) => readConsultation(ctx, tender.id),
  final: (ctx) => readFinal(ctx, tender.id),
  unseal: (ctx) => readUnseal(ctx, tender.id),
  own: (ctx) => readOwn(ctx, tender.id),
  preview: (ctx) => readPreview(ctx, tender.id),
  alliance: (ctx) => readAlliance(ctx, 'none'),
  cabinet: readCabinet,
  desk: deskOf,
  notices: (ctx) => myNotices(ctx),
})
type Seen = { id: string; planId: string }

/** Everything every role can read of a tender and of what is around it. */
async function seenByAll(town: Town, tender: Seen, proposalId: string, who: typeof people = people) {
  const seen: Record<string, string> = {}
  const look = async (key: string | null, reads: Reads) => {
    for (const [name, read] of Object.entries(reads))
      seen[`${key} ${name}`] = await quiet(() => read(town.as(key)))
  }
  await look(null, openReads(tender))
  for (const key of who) await look(key, ownReads(tender, proposalId))
  return seen
}

test('what a bidder writes stands readable nowhere before the opening: no column, journal, notice, outbox or file', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  const pdf = Buffer.from(`%PDF-1.7\n${canary}\n%%EOF\n`)
  await attachFile(town.as('editor1'), { tenderId: tender.id, name: `${canary}.pdf`, bytes: pdf })
  await draftedProposal(town, tender, 1, { plan: `${canary}，写在草稿里。` })
  await writeTexts(town.as('editor1'), { tenderId: tender.id, texts: { methods: `${canary}，怎么做。` } })
  await keepFromProposal(town.as('editor1'), { tenderId: tender.id })
  await sentProposal(town, tender, 2, { plan: `${canary}，已经递交。`, keepDraft: true })
  await sentProposal(town, tender, 3, { plan: `${canary}，交了又撤。` })
  await withdrawProposal(town.as('signer3'), { tenderId: tender.id })
  const dump = await everywhere(town)
  expect(dump).toContain('proposal')
  for (const disguise of disguises(canary)) expect(dump.includes(disguise)).toBe(false)
  for (const { sha256 } of await town.db.select().from(fileRows)) {
    const bytes = (await town.files.get(sha256))?.toString() ?? ''
    expect(bytes.length).toBeGreaterThan(0)
    for (const disguise of disguises(canary)) expect(bytes.includes(disguise)).toBe(false)
  }
})

test('who has written, sent, replaced or withdrawn, and how many, changes nothing anybody else can read', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  const id = 'no-such-proposal'
  const before = await seenByAll(town, tender, id)
  for (const n of [1, 2, 3])
    await sentProposal(town, tender, n, { plan: `${canary}，第 ${n} 份。`, keepDraft: true })
  await submitProposal(town.as('signer1'), { tenderId: tender.id, keepDraft: false })
  await withdrawProposal(town.as('signer3'), { tenderId: tender.id })
  expect(await seenByAll(town, tender, id)).toEqual(before)
  const real = (await proposalBy(town, tender.id, 'ORG1')).id
  for (const key of people)
    expect(await quiet(() => readFeedback(town.as(key), tender.id, real))).toMatch(/forbidden|missing/)
}, 90_000)

test('between the deadline and the opening the same holds, for the panel drawn as well', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  const look = async () => {
    const seen = await seenByAll(town, tender, 'none')
    return Object.values(seen).join('\n')
  }
  for (const n of [1, 2, 3]) await sentProposal(town, tender, n, { plan: `${canary}，第 ${n} 份。` })
  const bidders = ['暖邻', '夕照', '小禾苗']
  town.clock.set(new Date(tender.deadline.getTime() + 1))
  await drawPanel(town.as('handler'), { tenderId: tender.id, ...shape() })
  const all = await look()
  for (const words of [canary, ...bidders]) expect(all.includes(words)).toBe(false)
}, 90_000)

test('before the opening no journal line tells which body acted, nor that two lines are of one proposal', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  for (const n of [1, 2]) await sentProposal(town, tender, n)
  const lines = await town.db.select().from(schema.journal)
  const theirs = lines.filter((l) => ['ORG1', 'ORG2'].includes(l.partyId ?? ''))
  expect(theirs).toEqual([])
  const sealed = lines.filter((l) => l.action === 'proposal.sealed_act')
  expect(
    new Set(sealed.map((l) => `${l.subject} ${l.actorId} ${l.partyId} ${l.role} ${l.threadId}`)).size,
  ).toBe(1)
  const told = sealed.map((l) =>
    JSON.parse(town.vault.open('journal', (l.detail as { sealed: string }).sealed)),
  )
  expect(told.map((t) => t.act)).toContain('proposal.submit')
})

test('while final offers are taken nobody reads one, nor how many, nor whose first price was what', async () => {
  const town = await world()
  const { tender, members } = await finalsAsked(town, [yuan(185_001), yuan(190_002), yuan(195_003)])
  const near = [...members, 'handler', 'approver', 'supervisor', 'auditor', 'signer4', 'resident1', null]
  const before = await seenByAll(town, tender, 'none', near)
  for (const n of [1, 2, 3]) await finalBy(town, tender.id, n, yuan(150_004 + n), canary)
  await writeFinal(town.as('signer2'), {
    tenderId: tender.id,
    price: yuan(140_009),
    lines: [],
    commitment: canary,
  })
  expect(await seenByAll(town, tender, 'none', near)).toEqual(before)
  const dump = await everywhere(town)
  for (const disguise of disguises(canary)) expect(dump.includes(disguise)).toBe(false)
  expect(lessChance(dump)).not.toMatch(/15000[5-7]00|14000900/)
  // Only the panel, the keepers and the buyer's office know who came; a first price only the panel.
  const outside = Object.entries(before).filter(([who]) =>
    /^(null|signer|editor|resident|soloist|clerk)/.test(who),
  )
  for (const [who, said] of outside)
    for (const word of ['185001', '18500100', '暖邻', '夕照', '小禾苗'])
      expect(lessChance(said).includes(word), who).toBe(false)
}, 90_000)
