import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { diskFiles } from '#app/ports/files/disk-files.ts'
import routes from '#app/routes.ts'
import { openStore } from '#db/client.server.ts'
import { isPg } from '#db/dialect.ts'
import { parties, proposals, rollEntries, teamMembers, tenders } from '#db/schema/index.ts'
import { fileOf } from '#db/sqlite.server.ts'
import type { Store } from '#db/store.ts'
import { announceRound } from '#domain/ask/vote/announce-round.ts'
import { castVote } from '#domain/ask/vote/cast-vote.ts'
import { writeFinal } from '#domain/buy/evaluation/consultation/final-draft.ts'
import { sendFinal } from '#domain/buy/evaluation/consultation/send-final.ts'
import { drawPanel } from '#domain/buy/evaluation/draw-panel.ts'
import { attachFile } from '#domain/buy/proposal/attachments.ts'
import { submitProposal } from '#domain/buy/proposal/submit-proposal.ts'
import { confirmOrganisation, writeBudget } from '#domain/buy/proposal/write-sections.ts'
import type { TenderFacts } from '#domain/buy/tender/find-tender.ts'
import { fen, yuan } from '#domain/money.ts'
import { openSurvey } from '#tests/support/ask.ts'
import {
  addressesOf,
  cookieFor,
  eachOf,
  type Heard,
  hear,
  isBuilt,
  type Served,
  sameButKeys,
  sendForm,
  serveTown,
} from '#tests/support/crawl.ts'
import { finalsAsked } from '#tests/support/final-offers.ts'
import { afterDeadline, draftedProposal, seatRows, shape } from '#tests/support/proposal.ts'
import { splitTender } from '#tests/support/seal.ts'
import { openBox, type ReadyRound, sealedRound } from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

/** A word of each bidder that stands in no other text: 1 and 2 have sent a proposal, 1 keeping the draft; 3 has begun one. */
const canary = (n: number) => ['鹤影藏珠', '鲸歌沉璧', '鹿鸣隐玉'][n - 1]!
const price = (n: number) => fen(18_765_400 + n * 7)
const priceWords = (n: number) => {
  const [whole, cents] = [Math.floor(price(n) / 100), String(price(n) % 100).padStart(2, '0')]
  return [String(price(n)), `${whole}.${cents}`, `${whole.toLocaleString('en')}.${cents}`]
}
const bidders = [1, 2, 3]
const bidderOf = (person: string | null) =>
  Number(/^(?:editor|signer|worker)([123])$/.exec(person ?? '')?.[1] ?? 0)
const secretsOf = (n: number) => [canary(n), ...priceWords(n)]
/** Whether a word stands in what was read; digits alone only by themselves, for random letters may spell them. */
const stands = (word: string, text: string) =>
  text.includes(word) && (!/^\d+$/.test(word) || new RegExp(`(?<!\\w)${word}(?!\\w)`).test(text))

const everyone = process.env.EVERY_MODE === '1'
/** The people of three bidders, nobody, and one of every kind of seat; `npm run prove` asks as every seat there is. */
const people = [
  ...[null, 'resident1', 'clerk', 'director', 'supervisor', 'station', 'centre'],
  ...['handler', 'approver', 'finance', 'acceptor'],
  ...['signer4', 'soloist', 'expert1', 'auditor', 'admin', 'security'],
  ...['editor1', 'signer1', 'signer3'],
  ...(everyone
    ? [
        'editor4',
        'worker4',
        'worker1',
        'signer2',
        'grid',
        'centreAuditor',
        'dHandler',
        'dApprover',
        'dFinance',
        'dAcceptor',
        'groupSigner',
      ]
    : []),
]
/** Those who also send forms, badly filled, and those who look again after the deadline. */
const askers = everyone
  ? [null, 'resident1', 'clerk', 'handler', 'approver', 'signer4', 'soloist', 'expert1', 'auditor']
  : [null, 'handler', 'signer4']
const watchers = [
  ...[null, 'handler', 'signer4', 'signer1'],
  ...(everyone ? ['approver', 'centre', 'auditor', 'resident1', 'dHandler', 'worker4', 'admin'] : []),
]

async function writeWithCanaries(town: Town, tender: TenderFacts, n: number) {
  const ctx = town.as(`signer${n}`)
  const tenderId = tender.id
  await draftedProposal(town, tender, n, {
    plan: `${canary(n)}：每周上门，写得清清楚楚。`,
  })
  await confirmOrganisation(ctx, { tenderId, contact: canary(n) })
  const staff = {
    kind: 'staff' as const,
    label: `${canary(n)}人员费`,
    amount: fen(price(n) - yuan(20_000)),
  }
  const activity = {
    kind: 'activity' as const,
    label: `${canary(n)}活动费`,
    amount: yuan(20_000),
  }
  await writeBudget(ctx, {
    tenderId,
    price: price(n),
    lines: [staff, activity],
  })
  const bytes = Buffer.from(`%PDF-1.4\n% ${canary(n)} ${priceWords(n).join(' ')}\n%%EOF\n`)
  await attachFile(ctx, { tenderId, name: `${canary(n)}.pdf`, bytes })
  if (n < 3) await submitProposal(ctx, { tenderId, keepDraft: n === 1 })
}

/** The same town on another store. */
const townOn = (town: Town, store: Store, files: Town['files']): Town => ({
  ...town,
  store,
  files,
  db: store.db,
  transact: store.transact,
  as: (key, formKey) => {
    if (formKey) throw new Error('no form keys in a crawl')
    return {
      ...town.as(key),
      db: store.db,
      transact: store.transact,
      scrub: store.scrub,
      files,
    }
  },
})

async function copyOf(town: Town, folder: string) {
  const copy = path.join(folder, 'quiet.sqlite')
  const source = new SQLite(fileOf(town.url)!)
  await source.backup(copy)
  source.close()
  return openStore(`file:${copy}`)
}

/** Two towns alike to the last id; then three bidders write in the first, and the voters of each vote otherwise. */
async function twoTowns(folder: string) {
  const plain = await world()
  const tender = await splitTender(plain)
  const round = await sealedRound(plain, { closesOn: '2026-03-25' })
  const surveyId = await openSurvey(plain)
  plain.clock.set(new Date('2026-03-11T10:00:00+08:00'))
  const quietStore = await copyOf(plain, folder)
  const quiet = townOn(plain, quietStore, diskFiles(path.join(folder, 'quiet')))
  const loud = townOn(plain, plain.store, diskFiles(path.join(folder, 'loud')))
  for (const n of bidders) await writeWithCanaries(loud, tender, n)
  await voteIn(loud, round, (at) => [round.needIds[at % 2]!])
  await voteIn(quiet, round, () => [round.needIds[1]!, round.needIds[2]!])
  return {
    plain,
    loud,
    quiet,
    tender,
    round,
    surveyId,
    close: quietStore.close,
  }
}
async function voteIn(town: Town, round: ReadyRound, choose: (at: number) => string[]) {
  const voters = await town.db
    .select()
    .from(rollEntries)
    .where(eq(rollEntries.roundId, round.id))
    .orderBy(rollEntries.id)
  for (const [at, voter] of voters.slice(0, 9).entries())
    await castVote(town.as(null), {
      roundId: round.id,
      entryId: voter.id,
      choices: choose(at),
    })
}

/** The town with proposals, and the one without where the two are compared. */
type Pair = { loud: Served; quiet?: Served }
type Found = { leaks: string[]; own: Set<number> }
/** Hollow: an address of something this town has none of. */
type Place = { address: string; routeId: string; hollow: boolean }
type Guest = { person: string | null; loud: string; quiet: string }

async function guestsOf({ loud, quiet }: Pair, who: readonly (string | null)[]): Promise<Guest[]> {
  const guests: Guest[] = []
  for (const person of who)
    guests.push({
      person,
      loud: await cookieFor(loud.url, person),
      quiet: quiet ? await cookieFor(quiet.url, person) : '',
    })
  return guests
}

/** Pages with a key of chance, or with the address they are served at drawn as a picture. */
const isPrivate = (address: string) => /^\/(sessions|me\/key)$|\/poster$/.test(address)
/** What is told to the world beside the pages: the feed, the whole as lines, one table. */
const openData = ['/open/ocds/releases.json', '/open/ocds/releases.jsonl', '/open/ocds/tables/tenders.csv']
const isOfTenders = (address: string) =>
  openData.includes(address) || /^\/(desk\/)?(tenders|plans|panel|projects|notices)\b/.test(address)
/** A plan's form offers every body of the register, for a purchase from a single one. */
const offersBodies = (address: string) => /^\/desk\/plans\/(new|[^/]+\/edit)$/.test(address)
const isOfVotes = (address: string) => /^\/(desk\/rounds|votes)\b/.test(address)

function judge(found: Found, guest: Guest, what: string, address: string, [a, b]: Heard[], names: string[]) {
  const where = `${guest.person ?? 'nobody'} ${what} ${address}`
  const own = bidderOf(guest.person)
  if (!a) return
  for (const one of [a, b]) if (one && one.status >= 500) found.leaks.push(`${where}: ${one.status}`)
  for (const n of bidders) {
    const told = secretsOf(n).filter((word) => stands(word, a.said))
    if (n === own && told.length > 0) found.own.add(n)
    if (n !== own && told.length > 0) found.leaks.push(`${where}: tells ${told[0]}`)
  }
  if (own === 0 && isOfTenders(address) && !offersBodies(address))
    for (const name of names) if (a.text.includes(name)) found.leaks.push(`${where}: names ${name}`)
  if (!b) return
  const comparable = own === 0 ? !isPrivate(address) : isOfVotes(address)
  if (comparable && a.said !== b.said) found.leaks.push(`${where}: differs ${difference(a.said, b.said)}`)
}
/** The first place where two answers part. */
function difference(a: string, b: string) {
  let at = 0
  while (a[at] === b[at]) at += 1
  return `${a.slice(at - 60, at + 60)} ≠ ${b.slice(at - 60, at + 60)}`.replaceAll(/\s+/g, ' ')
}

const formsIn = (text: string) => [...text.matchAll(/name="_form"[^>]*value="([^"]+)"/g)].map((m) => m[1]!)
const leaving = ['/sign-out', '/sessions', '/sign-in/demo', '/clock']

/** The same question to both towns. */
const inBoth = async (
  { loud, quiet }: Pair,
  guest: Guest,
  ask: (served: Served, cookie: string) => Promise<Response>,
) => [await hear(await ask(loud, guest.loud)), ...(quiet ? [await hear(await ask(quiet, guest.quiet))] : [])]

const knockers = everyone ? [null, 'handler', 'signer4'] : [null, 'handler']
/** Everybody asks for what is of a tender or a vote; for the rest of the house those do who also send forms, and all in `npm run prove`. */
const isNear = (address: string) =>
  isOfTenders(address) || isOfVotes(address) || ['/', '/desk'].includes(address)
const asksEverywhere = (person: string | null) => everyone || askers.includes(person)
const placesFor = ({ person }: Guest, places: Place[]) =>
  places.filter(
    ({ hollow, address }) =>
      (!hollow || knockers.includes(person)) && (isNear(address) || asksEverywhere(person)),
  )

async function crawl(
  pair: Pair,
  guests: Guest[],
  places: Place[],
  names: string[],
  asking: readonly (string | null)[] = [],
) {
  const found: Found = { leaks: [], own: new Set() }
  const forms = new Map<string, Set<string>>()
  for (const guest of guests)
    await eachOf(placesFor(guest, places), 4, async ({ address }) => {
      const heard = await inBoth(pair, guest, ({ url }, cookie) =>
        fetch(url + address, {
          headers: { cookie, 'accept-encoding': 'identity' },
          redirect: 'manual',
        }),
      )
      judge(found, guest, 'GET', address, heard, names)
      const known = forms.get(address) ?? new Set([''])
      for (const form of formsIn(heard[0]!.text)) known.add(form)
      forms.set(address, known)
    })
  const answering = places.filter(
    (p) => !leaving.includes(p.address) && pair.loud.build.routes[p.routeId]?.module.action,
  )
  for (const guest of guests.filter((g) => asking.includes(g.person)))
    for (const { address } of placesFor(guest, answering))
      for (const form of forms.get(address) ?? []) {
        const body: Record<string, string> = form ? { _form: form } : { nothing: 'x' }
        const heard = await inBoth(pair, guest, ({ url }, cookie) => sendForm(url, address, cookie, body))
        judge(found, guest, `POST ${form}`, address, heard, names)
      }
  return found
}

const files = [
  '/healthz',
  '/readyz',
  '/robots.txt',
  '/sitemap.xml',
  '/favicon.ico',
  '/feed.xml',
  '/tenders.json',
  '/tenders.csv',
  ...openData,
]
/** Every address of the house, with what this town has for its blanks. */
const addressesWith = (values: Readonly<Record<string, readonly string[]>>): Place[] =>
  routes.flatMap((route) =>
    addressesOf(route.path ?? '', values).map((address) => ({
      address,
      routeId: route.id ?? route.file.replace(/\.tsx?$/, ''),
      hollow: [...(route.path ?? '').matchAll(/:(\w+)/g)].some(([, blank]) => !Object.hasOwn(values, blank!)),
    })),
  )
async function placesOf(
  town: Town,
  tender: TenderFacts,
  round: ReadyRound,
  surveyId: string,
): Promise<Place[]> {
  const [bid] = await town.db.select().from(proposals).where(eq(proposals.supplierId, 'ORG1'))
  const [member] = await town.db.select().from(teamMembers).where(eq(teamMembers.proposalId, bid!.id))
  const [voter] = await town.db.select().from(rollEntries).where(eq(rollEntries.roundId, round.id)).limit(1)
  const values = {
    id: [round.needIds[0]!, surveyId],
    tenderId: [tender.id],
    version: ['1'],
    planId: [tender.planId],
    proposalId: [bid!.id],
    memberId: [member!.id],
    code: ['FIT'],
    hash: ['0'.repeat(64)],
    roundId: [round.id],
    entryId: [voter!.id],
    file: ['seals.csv', 'ballots.csv', 'ballots.json', 'ballots.pb', 'no-such.csv'],
    partyId: ['ORG1', 'ORG4'],
    refNo: ['TY-2026-000001-0'],
  }
  const raw = [
    `/tenders/${tender.id}.data`,
    `/votes/${round.id}.data`,
    `/track?no=${tender.refNo}`,
    '/projects?state=open',
  ]
  return [
    ...addressesWith(values),
    ...[...files, ...raw].map((address) => ({
      address,
      routeId: '',
      hollow: false,
    })),
  ]
}

const filesUnder = (folder: string) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

/** Where a secret of a proposal lies readable: in the log, in the database with its journal, notices and outbox, in a file. */
async function openWords(town: Town, folder: string, url: string, log: string) {
  const database = filesUnder(path.dirname(fileOf(url)!))
  const kept = [...database, ...filesUnder(path.join(folder, 'loud'))]
  expect(kept.some((file) => file.endsWith('-wal'))).toBe(true)
  expect(kept.length).toBeGreaterThan(database.length + 2)
  const secrets = bidders.flatMap(secretsOf)
  const shapes = secrets.flatMap((word) => [
    word,
    JSON.stringify(word).slice(1, -1),
    Buffer.from(word).toString('hex'),
  ])
  const found = kept.flatMap((file) => {
    const bytes = readFileSync(file)
    const read = bytes.toString('latin1')
    return shapes
      .filter((word) => (/^\d+$/.test(word) ? stands(word, read) : bytes.includes(word)))
      .map((word) => `${path.basename(file)}: ${word}`)
  })
  expect(log).toContain('"path":"/tenders"')
  const inLog = secrets.filter((word) => stands(word, sameButKeys(log))).map((word) => `log: ${word}`)
  const rows = await town.db.select().from(proposals)
  expect(rows.length).toBeGreaterThanOrEqual(bidders.length)
  expect(rows.filter(({ body, price }) => body !== null || price !== null)).toEqual([])
  return [...found, ...inLog]
}

test.skipIf(isPg || !isBuilt)(
  'before the opening nobody learns a word, a price, a bidder or a number of proposals; before the close nobody learns a vote',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sanshe-leak-'))
    const { plain, loud, quiet, tender, round, surveyId, close } = await twoTowns(folder)
    const pair = {
      loud: await serveTown({
        town: loud,
        store: loud.store,
        files: loud.files,
      }),
      quiet: await serveTown({
        town: quiet,
        store: quiet.store,
        files: quiet.files,
      }),
    }
    const names = (await loud.db.select().from(parties))
      .filter((p) => ['ORG1', 'ORG2', 'ORG3'].includes(p.id))
      .map((p) => p.name)
    const places = await placesOf(loud, tender, round, surveyId)
    for (const address of openData)
      expect(await (await fetch(pair.loud.url + address)).text()).toContain(tender.plan.refNo)

    const early = await crawl(pair, await guestsOf(pair, people), places, names, askers)
    expect(early.leaks).toEqual([])
    expect([...early.own].sort()).toEqual([1, 3])

    plain.clock.set(afterDeadline(tender))
    const [still] = await loud.db.select().from(tenders).where(eq(tenders.id, tender.id))
    expect(still).toMatchObject({ state: 'published', openedAt: null })
    const near = places.filter(({ address }) => isNear(address))
    const late = await crawl(pair, await guestsOf(pair, watchers), near, names)
    expect(late.leaks).toEqual([])

    await drawPanel(loud.as('handler'), { tenderId: tender.id, ...shape() })
    const panel = (await seatRows(loud, tender.id)).map((seat) => seat.personId)
    const drawn = await crawl(
      { loud: pair.loud },
      await guestsOf({ loud: pair.loud }, [...panel, ...watchers]),
      near,
      names,
    )
    expect(drawn.leaks).toEqual([])

    expect(await openWords(loud, folder, plain.url, pair.loud.log())).toEqual([])
    for (const town of [loud, quiet]) {
      town.clock.set(new Date('2026-03-26T00:00:00+08:00'))
      await openBox(town, round.id)
      await announceRound(town.as('director'), { roundId: round.id })
    }
    const result = `/votes/${round.id}/result`
    const [ours, theirs] = await Promise.all(
      [pair.loud, pair.quiet].map(async ({ url }) => hear(await fetch(url + result))),
    )
    expect([ours?.status, theirs?.status]).toEqual([200, 200])
    expect(ours?.said).not.toBe(theirs?.said)

    for (const served of [pair.loud, pair.quiet]) await served.close()
    await close()
    rmSync(folder, { recursive: true, force: true })
  },
  900_000,
)

/** Where a final offer could be told of: the call, its panel, its opening and what is told to the world. */
const tellsOfFinals = new RegExp(
  [
    '^/(desk/)?tenders/[^/]+(/(final|opening|panel|unseal|result|draw|qualification))?$',
    '^/panel/[^/]+(/(consultation|submit|report|signals))?$',
    '^/(desk|notices|open/ocds/releases.jsonl)$',
  ].join('|'),
)

test.skipIf(isPg || !isBuilt)(
  'before they are opened nobody learns a word or a price of a final offer, nor that one was sent',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sanshe-finals-'))
    const loud = await world()
    const { tender, members } = await finalsAsked(loud)
    const quietStore = await copyOf(loud, folder)
    const quiet = townOn(loud, quietStore, loud.files)
    for (const n of bidders) {
      const words = { tenderId: tender.id, price: price(n), lines: [], commitment: canary(n) }
      await writeFinal(loud.as(`signer${n}`), words)
      if (n < 3) await sendFinal(loud.as(`signer${n}`), { tenderId: tender.id })
    }
    const [one] = await loud.db.select().from(proposals).where(eq(proposals.supplierId, 'ORG1'))
    const values = { tenderId: [tender.id], planId: [tender.planId], proposalId: [one!.id] }
    const places = addressesWith(values).filter((p) => !p.hollow && tellsOfFinals.test(p.address))
    expect(places.length).toBeGreaterThan(14)
    const served = [loud, quiet].map(({ store, files }) => serveTown({ town: loud, store, files }))
    const [here, there] = (await Promise.all(served)) as [Served, Served]
    const pair = { loud: here, quiet: there }
    const found = await crawl(
      pair,
      await guestsOf(pair, [null, 'handler', 'signer4', members[0]!]),
      places,
      [],
    )
    expect(found.leaks).toEqual([])
    const own = await crawl({ loud: here }, await guestsOf({ loud: here }, ['signer3']), places, [])
    expect([own.leaks, [...own.own]]).toEqual([[], [3]])
    for (const one of [here, there]) await one.close()
    await quietStore.close()
    rmSync(folder, { recursive: true, force: true })
  },
  60_000,
)
