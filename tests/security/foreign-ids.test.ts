import { getTableColumns, type Table } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readDistrict } from '#app/demo/district.ts'
import { seedDemo } from '#app/demo/seed.ts'
import { standingClock } from '#app/ports/clock.ts'
import { memoryFiles } from '#app/ports/files/memory-files.ts'
import { workCalendar } from '#app/ports/work-calendar.ts'
import routes from '#app/routes.ts'
import { isPg } from '#db/dialect.ts'
import * as schema from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import { cookieFor, eachOf, hear, isBuilt, type Served, serveTown } from '#tests/support/crawl.ts'
import { testVault } from '#tests/support/settled-town.ts'
import { freshStore } from '#tests/support/store.ts'

/** Who has nothing of his own in this district: the street, community and organisation they sit at came after its story. */
const elsewhere: Array<[string, Role, string]> = [
  ['stranger-handler', 'street_handler', 'S9'],
  ['stranger-director', 'committee_director', 'C9'],
  ['stranger-signer', 'org_signer', 'ORG99'],
  ['stranger-expert', 'expert', 'D1'],
  ['stranger-resident', 'resident', 'C9'],
]
async function settleStrangers(tx: Tx, createdAt: Date) {
  const place = { households: 10, adults: 20 }
  await tx.insert(schema.places).values([
    { id: 'S9', code: '990101009', level: 'street', parentId: 'D1', name: '别处街道' },
    { id: 'C9', code: '990101009001', level: 'community', parentId: 'S9', name: '别处社区', ...place },
  ])
  await tx.insert(schema.parties).values([
    { id: 'S9', kind: 'street_office', name: '别处街道办事处', placeId: 'S9', createdAt },
    { id: 'C9', kind: 'committee', name: '别处居民委员会', placeId: 'C9', streetId: 'S9', createdAt },
    { id: 'ORG99', kind: 'organisation', name: '别处服务中心', placeId: 'D1', createdAt },
  ])
  const people = elsewhere.map(([id]) => ({ id, name: id, createdAt }))
  await tx
    .insert(schema.persons)
    .values(people.map((one) => ({ ...one, communityId: one.id.endsWith('resident') ? 'C9' : null })))
  const seat = { from: '2025-01-01', ground: '任职文件', createdAt }
  await tx
    .insert(schema.seats)
    .values(elsewhere.map(([personId, role, partyId]) => ({ ...seat, id: personId, personId, role, partyId })))
}

async function servedDemo() {
  const { store, close } = await freshStore()
  const [vault, files] = [testVault(), memoryFiles()]
  const now = new Date(readDistrict().meta.demoClock)
  await seedDemo({ store, vault, files }, 'full', now)
  await store.transact((tx) => settleStrangers(tx, now))
  const calendar = workCalendar(await store.db.select().from(schema.calendarYears))
  const town = { clock: standingClock(now), calendar, vault }
  const served = await serveTown({ town, store, files })
  return { store, served, close: async () => [await served.close(), await close()] }
}

/** Whose id stands in a blank; by its address where its name alone does not tell. */
const tables: Record<string, Table> = {
  tenderId: schema.tenders,
  roundId: schema.rounds,
  contractId: schema.contracts,
  acceptanceId: schema.acceptances,
  paymentId: schema.payments,
  planId: schema.plans,
  milestoneId: schema.milestones,
  careId: schema.cares,
  proposalId: schema.proposals,
  frameworkId: schema.frameworks,
  workId: schema.minorWorks,
  seatId: schema.seats,
  sanctionId: schema.sanctions,
  ratingId: schema.ratings,
  challengeId: schema.challenges,
  complaintId: schema.complaints,
  'care/complaints/:complaintId': schema.careComplaints,
  orderId: schema.orders,
  'care/visits/:orderId': schema.careVisits,
  memberId: schema.teamMembers,
  'alliances/:memberId': schema.consortiumMembers,
  batchId: schema.paperBatches,
  'desk/surveys/:id/sheets/:batchId': schema.surveyBatches,
  settlementId: schema.settlements,
  findingId: schema.findings,
  visitId: schema.visits,
  checkId: schema.voucherChecks,
  caseId: schema.caseFiles,
  awardId: schema.awards,
  changeId: schema.contractChanges,
  subcontractId: schema.subcontracts,
  lineId: schema.bankLines,
  noticeId: schema.notices,
  questionId: schema.questions,
  stepId: schema.meetingSteps,
  sessionId: schema.activitySessions,
  voucherId: schema.vouchers,
  entryId: schema.rollEntries,
  'needs/:id': schema.needs,
  'surveys/:id': schema.surveys,
  'meetings/:id': schema.meetings,
  'topics/:id': schema.hallTopics,
  'templates/:id': schema.surveyTemplates,
  'bodies/:id': schema.hallBodies,
}
const tableOf = (path: string, blank: string) => {
  const at = Object.keys(tables).find((key) => key.includes('/:') && `/${path}`.includes(`/${key}`) && key.endsWith(`:${blank}`))
  return tables[at ?? blank]
}

type Row = Record<string, unknown>
/** One of each state that a thing can be in. */
async function oneOfEachState(store: Store, table: Table): Promise<Row[]> {
  const rows: Row[] = await store.db.select().from(table as typeof schema.tenders).limit(500)
  const told = new Map(rows.map((row) => [row.state ?? '', row]))
  return [...told.values()].slice(0, 6)
}
type Place = { path: string; foreign: string; unknown: string; parent: string | null }
const blanksOf = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, blank]) => blank!)
const nothing = '0a0a0a0a0a0a0a0a0a0a'
/** Rooms of bodies and persons, written down apart from the pages' own list. */
const closed = /^(desk|work|panel|care|cases|orders|alliances|sanctions|me)\//

/** Each address that names something, of each state of what its last blank names; its other blanks follow from that. */
async function placesOf(store: Store): Promise<Place[]> {
  const places: Place[] = []
  for (const { path = '' } of routes) {
    const blanks = blanksOf(path)
    const last = blanks.findLast((blank) => tableOf(path, blank))
    if (!last) continue
    for (const row of await oneOfEachState(store, tableOf(path, last)!)) {
      const value = (blank: string) => String(blank === last ? row.id : (row[blank] ?? 'FIT'))
      const filled = path.replaceAll(/:(\w+)/g, (_, blank: string) => value(blank))
      const kept = closed.test(path) ? [] : blanks.slice(0, Math.max(1, blanks.indexOf(last)))
      const unknown = path.replaceAll(/:(\w+)/g, (_, blank: string) =>
        kept.includes(blank) && blanks.length > 1 && blank !== last ? value(blank) : blanks.indexOf(blank) <= blanks.indexOf(last) ? nothing : value(blank),
      )
      const [room, id] = filled.split('/')
      places.push({ path, foreign: `/${filled}`, unknown: `/${unknown}`, parent: closed.test(path) ? null : `/${room}/${id}` })
    }
  }
  return places
}

test.skipIf(isPg || !isBuilt)('x', async () => {
  const t0 = Date.now()
  const { store, served, close } = await servedDemo()
  console.info('told', Date.now() - t0)
  const places = await placesOf(store)
  console.info('places', places.length, new Set(places.map((p) => p.path)).size)
  const named = routes.filter(({ path }) => blanksOf(path ?? '').length > 0)
  console.info('not walked', named.filter(({ path }) => !places.some((p) => p.path === path)).map((r) => r.path).join('\n'))
  const get = async (to: string, cookie: string) =>
    hear(await fetch(served.url + to, { headers: { cookie, 'accept-encoding': 'identity' }, redirect: 'manual' }))
  const open = new Map<string, number>()
  await eachOf([...new Set(places.flatMap((p) => [p.foreign, p.parent ?? p.foreign]))], 4, async (to) => {
    open.set(to, (await get(to, '')).status)
  })
  const wrong: string[] = []
  for (const who of [null, ...elsewhere.map(([id]) => id)]) {
    const t1 = Date.now()
    const cookie = await cookieFor(served.url, who)
    await eachOf(places, 4, async (p) => {
      const heard = await get(p.foreign, cookie)
      if (open.get(p.foreign)! < 400) return
      if (heard.status < 400) return void wrong.push(`${who} READS ${p.foreign} ${p.path}`)
      const none = await get(p.unknown, cookie)
      const bare = (said: string, to: string) => said.replaceAll(encodeURIComponent(to), '<to>').replaceAll(to, '<to>')
      const [a, b] = [bare(heard.said, p.foreign), bare(none.said, p.unknown)]
      if (p.parent && p.parent !== p.foreign && blanksOf(p.path).length === 1 && open.get(p.parent)! < 400) return
      if (a !== b) wrong.push(`${who} ${p.path} ${heard.status} ${none.status} ${p.foreign} ${heard.status === none.status ? diff(a,b): ''}`)
    })
    console.info(who, Date.now() - t1)
  }
  await close()
  expect(wrong.sort()).toEqual([])
}, 300_000)
function diff(a: string, b: string) {
  let at = 0
  while (a[at] === b[at]) at += 1
  return `${a.slice(at - 60, at + 60)} ≠ ${b.slice(at - 60, at + 60)}`.replaceAll(/\s+/g, ' ')
}
