import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compileReleases } from '#domain/open/ocds/merge.ts'
import { recordPackage, releasePackage } from '#domain/open/ocds/packages.ts'
import { linesOf, newestOf } from '#domain/open/ocds/read-releases.ts'
import type { Json } from '#domain/open/ocds/words.ts'
import {
  danglingReferences,
  incoherences,
  ocdsFile,
  ocdsPresent,
  releasesIn,
  strayCodes,
  validators,
} from '../support/ocds.ts'
import { type Ending, type Purchase, type Year, yearOf } from '../support/ocds-year.ts'

const endings: Ending[] = ['completed', 'terminated', 'declined', 'failed', 'cancelled', 'challenged']
const price = fc.integer({ min: 180_000, max: 209_000 })
const prices = fc.uniqueArray(price, { minLength: 3, maxLength: 3 })
const one = (ending: Ending) => fc.record({ ending: fc.constant(ending), prices })
const purchases: Purchase[] = fc.sample(fc.tuple(...endings.map(one)), { numRuns: 1, seed: 20_261_123 })[0]!

let year: Year
let rows: Awaited<ReturnType<typeof releasesIn>>
const processes = () =>
  [...Map.groupBy(rows, (row) => row.ocid).values()].map((of) => of.map((row) => row.release))
beforeAll(async () => {
  year = await yearOf(purchases)
  rows = await releasesIn(year.town.db)
}, 240_000)
afterAll(() => year.close())

const present = test.skipIf(!ocdsPresent)
if (!ocdsPresent)
  test.skip('no schemas of the Open Contracting Data Standard on this machine: name their folder in OCDS_DIR to check releases against them', () => {})

present(
  'every release of a generated year is valid, with nothing in it the schema does not name',
  async () => {
    const { release } = await validators()
    for (const row of rows) expect([row.id, ...release(row.release)]).toEqual([row.id])
  },
)

present('every code stands in its codelist, open ones too', () => {
  for (const row of rows) expect([row.id, ...strayCodes(row.release)]).toEqual([row.id])
})

present('packages of releases and records are valid, page by page', async () => {
  const { releases, records } = await validators()
  const seen: string[] = []
  for (let after = 0, more = true; more; ) {
    const page = JSON.parse((await releasePackage(year.town.db, after, undefined, 9)).body!)
    expect(releases(page)).toEqual([])
    seen.push(...page.releases.map((r: Json) => r.id))
    more = page.links !== undefined
    after = Number(new URL(page.links?.next ?? 'http://x/?after=0').searchParams.get('after'))
  }
  expect(seen).toEqual(rows.map((row) => row.id))
  for (const ocid of new Set(rows.map((row) => row.ocid)))
    expect(records(JSON.parse((await recordPackage(year.town.db, ocid)).body!))).toEqual([])
})

present('the golden record is the merge of the golden releases', () => {
  const { releases } = JSON.parse(ocdsFile('golden', 'release-package.json'))
  const { records } = JSON.parse(ocdsFile('golden', 'record-package.json'))
  expect(compileReleases(releases)).toEqual(records[0].compiledRelease)
})

test('each purchase is told step by step, and no release tells what came later', () => {
  const tags = (nth: number) => rows.filter((r) => r.planId === year.planIds[nth]).map((r) => r.tag)
  expect(tags(0)).toEqual([
    'planning',
    'tender',
    'tenderUpdate',
    'tenderAmendment',
    'award',
    'awardUpdate',
    'contract',
    'contractAmendment',
    'implementation',
    ...Array(6).fill('implementationUpdate'),
    'contractTermination',
  ])
  expect(tags(1).slice(-3)).toEqual(['implementation', 'contractTermination', 'implementationUpdate'])
  expect(tags(2).slice(-3)).toEqual(['award', 'awardCancellation', 'award'])
  expect(tags(3)).toEqual(['planning', 'tender', 'tenderUpdate', 'planning,tender'])
  expect(tags(4)).toEqual(['planning', 'tender', 'tenderCancellation'])
  expect(tags(5).slice(-4)).toEqual(['award', 'awardUpdate', 'awardUpdate', 'awardUpdate'])
  expect(rows.map((r) => r.ordinal)).toEqual(rows.map((_, at) => at + 1))
})

test('before the award notice a release says nothing of a proposal: not whose, not how many', () => {
  const early = rows.filter((r) => /^(planning|tender)/.test(r.tag))
  expect(early.length).toBeGreaterThan(12)
  for (const { release, json } of early) {
    expect(release).not.toHaveProperty('bids')
    expect(release.tender).not.toHaveProperty('numberOfTenderers')
    expect(json).not.toMatch(/MJA1000|暖邻|tenderer"/)
  }
})

test('nobody is named but bodies, and experts once the award is public', () => {
  for (const { json } of rows)
    expect(json).not.toMatch(
      /张阿姨|(?<!\w)1[3-9]\d{9}(?!\w)|"(handler|approver|clerk|signer\d|worker\d|resident\d)"/,
    )
  const panels = rows.flatMap((r) => ((r.release.awards ?? []) as Json[]).flatMap((a) => a.panel as Json[]))
  expect(panels.some((member) => member.role === 'expert' && typeof member.name === 'string')).toBe(true)
  expect(panels.filter((member) => member.role !== 'expert' && member.name)).toEqual([])
})

test('every reference leads somewhere, in each release and in what they come to', () => {
  for (const row of rows) expect([row.id, ...danglingReferences(row.release)]).toEqual([row.id])
  for (const releases of processes()) expect(danglingReferences(compileReleases(releases))).toEqual([])
})

test('awards follow the tender, signatures the award, money the signature, and sums agree', () => {
  const compiled = processes().map(compileReleases)
  for (const release of compiled) expect(incoherences(release)).toEqual([])
  const [done] = compiled
  const [contract] = done!.contracts as Json[]
  expect(contract).toMatchObject({ status: 'terminated' })
  expect(incoherences({ ...done!, awards: [] })).not.toEqual([])
  const early = { ...contract!, dateSigned: '2020-01-01T00:00:00+08:00' }
  expect(incoherences({ ...done!, contracts: [early] }).join()).toContain('signed before its award')
})

test('a call that failed is named by the one that repeats it', () => {
  const again = rows.find((r) => r.tag === 'planning,tender')!
  expect(again.ocid).toMatch(/-R2$/)
  expect(again.release.relatedProcesses).toMatchObject([
    { relationship: ['unsuccessfulProcess'], identifier: again.ocid.replace('-R2', '') },
  ])
  const failed = rows.findLast((r) => r.ocid === again.ocid.replace('-R2', ''))!
  expect((failed.release.tender as Json).status).toBe('unsuccessful')
})

test('an amendment names the release it changes and the one that tells of it', () => {
  const told = rows.filter((r) => r.tag === 'tenderAmendment')
  expect(told.length).toBeGreaterThan(0)
  for (const { id, release } of told) {
    const [amendment] = (release.tender as Json).amendments as Json[]
    expect(amendment!.releaseID).toBe(id)
    expect(rows.map((r) => r.id)).toContain(amendment!.amendsReleaseID)
  }
})

test('a compiled record is the merge of its releases, whatever order they come in', async () => {
  for (const releases of processes()) {
    const ocid = String(releases[0]!.ocid)
    const [record] = JSON.parse((await recordPackage(year.town.db, ocid)).body!).records
    expect(record.compiledRelease).toEqual(compileReleases(record.releases))
    expect(record.compiledRelease.tag).toEqual(['compiled'])
  }
})

test('all lines together are the stored words, byte for byte, from any place on', async () => {
  const { ordinal } = await newestOf(year.town.db)
  const whole = async (after: number) => {
    const parts: Buffer[] = []
    for await (const part of linesOf(year.town.store, after, ordinal)) parts.push(part)
    return Buffer.concat(parts).toString()
  }
  const lines = (from: number) =>
    rows
      .slice(from)
      .map((row) => `${row.json}\n`)
      .join('')
  expect(await whole(0)).toBe(lines(0))
  expect(await whole(7)).toBe(lines(7))
  expect(await whole(ordinal)).toBe('')
})
