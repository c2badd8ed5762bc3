import { eq, type Table } from 'drizzle-orm'
import { expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { isPg } from '#db/dialect.ts'
import * as schema from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import { yuan } from '#domain/money.ts'
import { draftedNeed, openSurvey } from '#tests/support/ask.ts'
import { entered } from '#tests/support/books.ts'
import { cofundTown } from '#tests/support/cofund.ts'
import { askedPartner, publishedConsultation } from '#tests/support/consortium.ts'
import { running } from '#tests/support/contract.ts'
import { cookieFor, eachOf, hear, isBuilt, type Served, serveTown } from '#tests/support/crawl.ts'
import { draftedMeeting } from '#tests/support/deliberation.ts'
import { calledWork } from '#tests/support/minor.ts'
import { passGate, requested } from '#tests/support/payment.ts'
import { draftedPlan } from '#tests/support/plan.ts'
import { draftedTender } from '#tests/support/tender.ts'
import { draftedRound } from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

/** Who has nothing of his own in this district: the street, community and organisation they sit at came after its story. */
const elsewhere: Array<[string, Role, string]> = [
  ['stranger-handler', 'street_handler', 'S9'],
  ['stranger-director', 'committee_director', 'C9'],
  ['stranger-signer', 'org_signer', 'ORG99'],
  ['stranger-expert', 'expert', 'GOV'],
  ['stranger-resident', 'resident', 'C9'],
]
const everyone = process.env.EVERY_MODE === '1'
/** Here those two with most doors; in `npm run prove` every one of them. */
const asking = elsewhere.map(([id]) => id).filter((id) => everyone || /handler|signer/.test(id))
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
    .values(
      elsewhere.map(([personId, role, partyId]) => ({ ...seat, id: personId, personId, role, partyId })),
    )
}

/** The handler's post, signed over to another of the street. */
const signedOver = ({ clock, transact }: Pick<Town, 'clock' | 'transact'>) =>
  transact((tx) =>
    tx.insert(schema.handovers).values({
      ...{ refNo: 'YJ-2026-000001-1', seatId: 'seat-handler', role: 'street_handler', partyId: 'S1' },
      ...{ fromId: 'handler', toId: 'approver', signedBy: 'handler', signedAt: clock.now() },
      ...{ matters: [], words: '都在柜子里', hash: 'x' },
    }),
  )

/** A street with something in nearly every room: drafts that nobody else may read, and what runs in public. */
async function servedTown() {
  const town = await world()
  await calledWork(town)
  await openSurvey(town)
  await draftedRound(town)
  await draftedMeeting(town)
  await askedPartner(town, await publishedConsultation(town), 1, 2)
  const { id } = await running(town)
  const cofund = await cofundTown(town, id)
  await cofund.agreed(await cofund.pot(), yuan(100))
  const [first] = await town.db.select().from(schema.milestones).where(eq(schema.milestones.contractId, id))
  await passGate(town, first!.id)
  await requested(town, first!.id)
  await draftedTender(town)
  await draftedPlan(town)
  await draftedNeed(town)
  await signedOver(town)
  await entered(town, 'committee')
  await town.transact((tx) => settleStrangers(tx, town.clock.now()))
  const { store, files } = town
  const served = await serveTown({ town, store, files })
  return { store, served, close: served.close }
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
  handoverId: schema.handovers,
  ratingId: schema.ratings,
  orderRatingId: schema.orderRatings,
  challengeId: schema.challenges,
  complaintId: schema.complaints,
  'care/complaints/:complaintId': schema.careComplaints,
  orderId: schema.orders,
  'care/visits/:orderId': schema.careVisits,
  memberId: schema.teamMembers,
  'alliances/:memberId': schema.consortiumMembers,
  batchId: schema.paperBatches,
  'desk/surveys/:id/sheets/:batchId': schema.surveyBatches,
  potId: schema.pots,
  giftId: schema.gifts,
  settlementId: schema.settlements,
  bookId: schema.bookEntries,
  findingId: schema.findings,
  assessmentId: schema.assessments,
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
  const at = Object.keys(tables).find(
    (key) => key.includes('/:') && `/${path}`.includes(`/${key}`) && key.endsWith(`:${blank}`),
  )
  return tables[at ?? blank]
}

type Row = Record<string, unknown>
/** One of each state that a thing can be in. */
async function oneOfEachState(store: Store, table: Table): Promise<Row[]> {
  const rows: Row[] = await store.db
    .select()
    .from(table as typeof schema.tenders)
    .limit(500)
  const told = new Map(rows.map((row) => [row.state ?? '', row]))
  return [...told.values()].slice(0, everyone ? 6 : 1)
}
type Place = { path: string; foreign: string; unknown: string; closed: boolean }
const blanksOf = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, blank]) => blank!)
const nothing = '0a0a0a0a0a0a0a0a0a0a'
/** Rooms of bodies and persons, written down apart from the pages' own list. */
const closedRoom = /^(desk|work|panel|care|cases|orders|alliances|sanctions|gifts|me)\//
const filledIn = (path: string, value: (blank: string) => string) =>
  `/${path.replaceAll(/:(\w+)/g, (_, blank: string) => value(blank))}`

/** Each address that names something, of each state of what it names; its other blanks follow from that. */
async function placesOf(store: Store): Promise<Place[]> {
  const places: Place[] = []
  for (const { path = '' } of routes) {
    const named = blanksOf(path).findLast((blank) => tableOf(path, blank))
    if (!named) continue
    for (const row of await oneOfEachState(store, tableOf(path, named)!)) {
      const foreign = filledIn(path, (blank) => String(blank === named ? row.id : (row[blank] ?? 'FIT')))
      const unknown = filledIn(path, (blank) => (tableOf(path, blank) ? nothing : 'FIT'))
      places.push({ path, foreign, unknown, closed: closedRoom.test(path) })
    }
  }
  return places
}

/** What one of another street reads here though a visitor does not, and why he may. */
const shared: Readonly<Record<string, string>> = {
  'desk/templates/:id': 'every committee draws up its surveys from the templates of all',
  'desk/templates/:id/preview': 'the same',
  'desk/templates/:id/questions.xlsx': 'the same',
  'cofund/:potId/pledge': 'whoever has signed in may promise money to a pot everybody reads of',
}
/** What any organisation reads of a call that is out, to answer it; never of a draft. */
const isToAnswer = (path: string) => /^tenders\/:tenderId\/(proposal|ask)\b/.test(path)

const ask = async (served: Served, to: string, cookie: string) =>
  hear(
    await fetch(served.url + to, {
      headers: { cookie, 'accept-encoding': 'identity' },
      redirect: 'manual',
    }),
  )
const bare = (said: string, to: string) =>
  said.replaceAll(encodeURIComponent(to), '<to>').replaceAll(to, '<to>')

/** Who a stranger is, what a visitor may read without a name, which calls are out. */
type Known = { cookie: string; who: string | null; open: Set<string>; out: ReadonlySet<string> }
/** What is wrong with what a stranger hears at one address; nothing: null. */
async function faultOf(served: Served, { path, foreign, unknown, closed }: Place, known: Known) {
  const { who, cookie, open, out } = known
  const heard = await ask(served, foreign, cookie)
  if (who === null && heard.status < 400) open.add(foreign)
  if (open.has(foreign)) return null
  const toAnswer = isToAnswer(path) && out.has(foreign.split('/')[2]!)
  if (heard.status < 400)
    return shared[path] || (toAnswer && who === 'stranger-signer') ? null : `${who} reads ${path}`
  const none = await ask(served, unknown, cookie)
  if (closed && bare(heard.said, foreign) !== bare(none.said, unknown))
    return `${who} tells ${path}, ${heard.status}, from what is not there, ${none.status}`
  const drafts = path.startsWith('tenders/') && !out.has(foreign.split('/')[2]!)
  return drafts && heard.status !== none.status
    ? `${who} learns of a draft at ${path}: ${heard.status}`
    : null
}

test.skipIf(isPg || !isBuilt)(
  'who asks for what is not his reads nothing of it, and in a closed room does not even learn that it is there',
  async () => {
    const { store, served, close } = await servedTown()
    const places = await placesOf(store)
    expect(new Set(places.map(({ path }) => path)).size).toBeGreaterThan(140)
    const calls = await store.db.select().from(schema.tenders)
    const out = new Set(calls.filter((t) => t.state !== 'draft').map((t) => t.id))
    expect(out.size).toBeLessThan(calls.length)
    const [open, wrong] = [new Set<string>(), new Set<string>()]
    for (const who of [null, ...asking]) {
      const cookie = await cookieFor(served.url, who)
      await eachOf(places, 4, async (place) => {
        const fault = await faultOf(served, place, { cookie, who, open, out })
        if (fault) wrong.add(fault)
      })
    }
    await close()
    expect([...wrong].sort()).toEqual([])
  },
  300_000,
)
