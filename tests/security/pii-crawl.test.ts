import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { diskFiles } from '#app/ports/files/disk-files.ts'
import routes from '#app/routes.ts'
import { isPg } from '#db/dialect.ts'
import { persons, ratings } from '#db/schema/index.ts'
import { fileOf } from '#db/sqlite.server.ts'
import { submitSuggestion } from '#domain/ask/suggestion/submit-suggestion.ts'
import { makeComplaint } from '#domain/deliver/care/complain.ts'
import { addCaseNote, closeCase, openCase } from '#domain/deliver/casework/keep-case.ts'
import { nameSupervisor } from '#domain/deliver/casework/practice.ts'
import { addServiceUser } from '#domain/deliver/diary/add-service-user.ts'
import { planSession, typeSheet } from '#domain/deliver/diary/hold-session.ts'
import { recordActivity } from '#domain/deliver/diary/record-activity.ts'
import { sessionPage } from '#domain/deliver/diary/session-page.ts'
import { claimMonth } from '#domain/deliver/settlement/claim-month.ts'
import { ask } from '#tests/support/ask.ts'
import { careTown, granted, home, visited } from '#tests/support/care.ts'
import { running } from '#tests/support/contract.ts'
import { addressesOf, cookieFor, eachOf, isBuilt, serveTown } from '#tests/support/crawl.ts'
import { claimed } from '#tests/support/settlement.ts'
import { type Town, world } from '#tests/support/world.ts'

const family = ['resident1', 'resident6']
/** Who gives the old woman her care, at her provider, and who assesses and grants it. */
const carers = ['editor1', 'signer1', 'worker1', 'aide1']
const community = ['clerk', 'station']
const deciders = ['handler', 'centre']
/** The sides of the contract, who know whom it serves by a label. */
const project = ['editor1', 'signer1', 'worker1', 'centre', 'clerk', 'director', 'station']

/** Words that stand in no other text, and who alone may read each on a page. */
const canaries: Record<string, readonly string[]> = {
  阮鹭洲: [...family, ...carers, ...community, ...deciders],
  [home]: [...family, ...community, 'editor1', 'signer1', 'worker1', 'aide1'],
  只洗了半边鹤影: [...family, ...community, 'editor1', 'signer1', 'handler'],
  荀雁南: [...project, 'worker2'],
  雁书隐语: ['worker1', 'worker2'],
  鹭影隐语: ['worker1', 'worker2'],
  鸿踪隐语: ['worker1', 'worker2'],
  '13977770001': [],
  '13966660002': [],
  '13955550003': [],
  // Left in words that become public: who handles the rating reads them as they were typed, nobody else.
  '13944440004': [...project, 'supervisor', 'handler', 'approver'],
  '0771-5552345': [],
}
/** Kept sealed: not even the database's own bytes say them. */
const sealed = [
  home,
  '只洗了半边鹤影',
  '雁书隐语',
  '鹭影隐语',
  '鸿踪隐语',
  '13977770001',
  '13966660002',
  '13955550003',
]

async function seeded(town: Town) {
  await town.transact((tx) => tx.update(persons).set({ name: '阮鹭洲' }).where(eq(persons.id, 'resident1')))
  const { id: contractId, planId, milestones } = await running(town)
  const user = { contractId, label: '荀雁南', phone: '13966660002' }
  const { id: serviceUserId } = await addServiceUser(town.as('worker1'), user)
  await nameSupervisor(town.as('signer1'), { workerId: 'worker1', certNo: 'T-1' })
  const { id: caseId } = await openCase(town.as('worker1'), { contractId, serviceUserId, goal: '鹭影隐语' })
  await addCaseNote(town.as('worker1'), { caseId, heldOn: '2026-03-02', minutes: 40, words: '雁书隐语' })
  await closeCase(town.as('worker1'), { caseId, closing: '鸿踪隐语' })
  const entry = {
    kind: 'visit' as const,
    heldOn: '2026-03-02',
    title: '探访',
    words: '一切都好',
    minutes: 30,
  }
  await recordActivity(town.as('worker1'), { ...entry, contractId, came: [serviceUserId] })
  const words = { kind: 'activity' as const, title: '讲座', place: '活动室', heldOn: '2026-03-02' }
  const { id: sessionId } = await planSession(town.as('worker1'), { ...words, contractId })
  await typeSheet(town.as('worker1'), { contractId, sessionId, came: [serviceUserId] })
  const { code: door } = (await sessionPage(town.as('worker1'), contractId, sessionId)).session
  const phone = { phone: '13955550003' }
  await submitSuggestion(town.as(null), ask(phone))
  await rated(town, contractId)
  const care = await careOf(town)
  return { contractId, planId, milestoneId: milestones[1]!.id, caseId, sessionId, door, ...care }
}

/** As many rate as it takes for words to be public; one leaves her number, the answer another. */
async function rated(town: Town, contractId: string) {
  const [at, words] = [town.clock.now(), '请打 13944440004 找我']
  const reply = '回电 0771-5552345'
  for (const n of [1, 2, 3, 4, 5]) {
    const user = { contractId, label: `服务对象${n}`, phone: undefined }
    const { id: serviceUserId } = await addServiceUser(town.as('worker1'), user)
    const given = { contractId, serviceUserId, tokenHash: `hash-${n}`, invitedAt: at, givenAt: at }
    const row = { ...given, state: 'replied' as const, level: 5, channel: 'phone' }
    await town.transact((tx) => tx.insert(ratings).values(n === 1 ? { ...row, words, reply } : row))
  }
}

async function careOf(town: Town) {
  const care = await careTown(town)
  await town.transact((tx) =>
    tx
      .update(persons)
      .set({ phoneHash: town.vault.keyed('phone', '13977770001') })
      .where(eq(persons.id, 'resident1')),
  )
  const careId = await granted(town, care)
  const orderId = await visited(town, care, careId)
  const { id: complaintId } = await makeComplaint(town.as('resident6'), { orderId, words: '只洗了半边鹤影' })
  await visited(town, care, careId, { wishedOn: '2026-04-13' })
  town.clock.set(new Date('2026-05-06T09:00:00+08:00'))
  const { id: settlementId } = await claimMonth(town.as('editor1'), claimed(care.frameworkId))
  return { careId, orderId, complaintId, settlementId, frameworkId: care.frameworkId }
}

/** What lies in a workbook or a Word file, unpacked; any other body as it is. */
function wordsIn(body: Buffer): string {
  if (body.subarray(0, 2).toString('latin1') !== 'PK') return body.toString('utf8')
  const parts: string[] = []
  for (let at = body.indexOf('PK\u0003\u0004'); at >= 0; at = body.indexOf('PK\u0003\u0004', at + 4)) {
    const from = at + 30 + body.readUInt16LE(at + 26) + body.readUInt16LE(at + 28)
    const packed = body.readUInt16LE(at + 8) === 8
    if (packed) parts.push(inflateRawSync(body.subarray(from), { finishFlush: 2 }).toString('utf8'))
  }
  return parts.join('\n')
}

/** Every canary that this reader has no business to see. */
const leaksIn = (reader: string | null, said: string) =>
  Object.entries(canaries)
    .filter(([word, readers]) => said.includes(word) && !readers.includes(reader ?? ''))
    .map(([word]) => word)

/** Where the canaries live or may be led to; the rest of the house is asked by whoever walks in. */
const near =
  /^\/($|desk$|care|cases|work\/\w+(\/(diary|people|sessions.*|cases.*))?$|here|orders|frameworks\/\w+$|projects\/|contracts\/|desk\/(care|settlements|team|unit-costs|orders|kin|ratings|suggestions|journal))/
const everybody = [
  ...[null, 'resident1', 'resident6', 'resident2', 'clerk', 'clerk2', 'director', 'supervisor', 'station'],
  ...['grid', 'handler', 'approver', 'finance', 'dHandler', 'centre', 'centreAuditor', 'auditor', 'admin'],
  ...['security', 'editor1', 'worker1', 'aide1', 'editor2', 'worker2', 'worker3', 'aide2', 'expert1'],
]
const wide: readonly (string | null)[] = [null]
/** The list of people to be signed in as is the demonstration's own, and a town that works has none. */
const skipped = /^\/(sign-in|sign-out|clock|outbox)/

function placesOf(values: Awaited<ReturnType<typeof seeded>>) {
  const known: Record<string, string[]> = {
    ...Object.fromEntries(Object.entries(values).map(([name, id]) => [name, [id]])),
    id: [values.planId],
    partyId: ['ORG1', 'C1'],
    paper: ['invoice'],
    file: ['contract.pdf'],
  }
  const all = routes.flatMap((route) =>
    [...(route.path ?? '').matchAll(/:(\w+)/g)].every(([, blank]) => Object.hasOwn(known, blank!))
      ? addressesOf(route.path ?? '', known)
      : [],
  )
  const files = ['/feed.xml', '/sitemap.xml', '/tenders.json', '/tenders.csv', '/open/ledger/file.csv?plan=']
  return [...all, ...files.map((file) => (file.endsWith('=') ? file + values.planId : file))].filter(
    (address) => !skipped.test(address),
  )
}

type Found = { leaks: string[]; read: Set<string>; asked: number }
async function crawl(url: string, places: readonly string[]): Promise<Found> {
  const found: Found = { leaks: [], read: new Set(), asked: 0 }
  for (const reader of everybody) {
    const cookie = await cookieFor(url, reader)
    const own = places.filter((address) => wide.includes(reader) || near.test(address))
    await eachOf(own, 4, async (address) => {
      const headers = { cookie, 'accept-encoding': 'identity' }
      const answer = await fetch(url + address, { headers, redirect: 'manual' })
      const said = `${[...answer.headers].join('\n')}\n${wordsIn(Buffer.from(await answer.arrayBuffer()))}`
      found.asked += 1
      if (answer.status >= 500) found.leaks.push(`${reader} ${address}: ${answer.status}`)
      for (const word of leaksIn(reader, said)) found.leaks.push(`${reader} ${address}: ${word}`)
      for (const word of Object.keys(canaries)) if (said.includes(word)) found.read.add(word)
    })
  }
  return found
}

const filesUnder = (folder: string) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

/** Sealed words in the database or among the files, and any canary in a file's name. */
function lyingOpen(folder: string, url: string) {
  const database = path.dirname(fileOf(url)!)
  const kept = [...filesUnder(folder), ...filesUnder(database)]
  expect(kept.length).toBeGreaterThan(1)
  const named = kept.filter((file) => Object.keys(canaries).some((word) => file.includes(word)))
  const open = kept.flatMap((file) => {
    const bytes = readFileSync(file)
    return sealed.filter((word) => bytes.includes(word)).map((word) => `${path.basename(file)}: ${word}`)
  })
  return [...named, ...open]
}

test.skipIf(isPg || !isBuilt)(
  'no name, telephone, address or word of a case stands on a page of somebody else, in an export, a log, a file name or before the public',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sanshe-pii-'))
    const plain = await world()
    const files = diskFiles(folder)
    const town: Town = { ...plain, files, as: (key, formKey) => ({ ...plain.as(key, formKey), files }) }
    const places = placesOf(await seeded(town))
    const served = await serveTown({ town, store: town.store, files })
    const found = await crawl(served.url, places)
    expect(found.leaks).toEqual([])
    expect(found.asked).toBeGreaterThan(900)
    // What nobody could read at all would prove nothing: each word that has readers was read by one of them.
    const readable = Object.keys(canaries).filter((word) => canaries[word]!.length > 0)
    expect(readable.filter((word) => !found.read.has(word))).toEqual([])
    const log = served.log()
    expect(log).toContain('"path":"/care')
    expect(Object.keys(canaries).filter((word) => log.includes(word))).toEqual([])
    await served.close()
    expect(lyingOpen(folder, plain.url)).toEqual([])
    rmSync(folder, { recursive: true, force: true })
  },
  300_000,
)

test('the crawl sees a word let through, in a page, in a workbook and before the public', () => {
  expect(leaksIn(null, '<p>雁书隐语</p>')).toEqual(['雁书隐语'])
  expect(leaksIn('centre', '雁书隐语 荀雁南')).toEqual(['雁书隐语'])
  expect(leaksIn('worker2', '雁书隐语')).toEqual([])
  expect(leaksIn('auditor', '13977770001')).toEqual(['13977770001'])
})
