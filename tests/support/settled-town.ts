import { eq } from 'drizzle-orm'
import { type StandingClock, standingClock } from '#app/ports/clock.ts'
import type { Files } from '#app/ports/files/files.ts'
import { memoryFiles } from '#app/ports/files/memory-files.ts'
import { openVault, type Vault } from '#app/ports/vault.ts'
import { type CalendarYear, workCalendar } from '#app/ports/work-calendar.ts'
import {
  budgetLines,
  calendarYears,
  experts,
  fundPools,
  methods,
  parties,
  persons,
  places,
  seats,
  socialWorkers,
} from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import { installDuties } from '#domain/ask/suggestion/install-duties.ts'
import { installMethods } from '#domain/buy/plan/install-methods.ts'
import type { Context } from '#domain/context.ts'
import { installCareForm } from '#domain/deliver/care/install-care-form.ts'
import { installContractTemplates } from '#domain/deliver/contract/template/install-contract-templates.ts'
import { installAssessmentForms } from '#domain/deliver/supervision/assessment/install-assessment-forms.ts'
import { installFigures } from '#domain/figures.ts'
import { yuan } from '#domain/money.ts'
import { once } from '#domain/once.ts'
import { openLine } from '#domain/treasury/open-line.ts'
import { installPoolRules } from '#domain/treasury/pool-rules-data.ts'
import { nobody } from '#domain/who/actor.ts'
import type { Settling } from './template.ts'

/** When every town begins. */
export const at = new Date('2026-03-02T09:00:00+08:00')
const range = (from: string, days: number) =>
  Array.from({ length: days }, (_, i) =>
    new Date(Date.parse(from) + i * 86_400_000).toISOString().slice(0, 10),
  )
export const years: CalendarYear[] = [
  {
    year: 2025,
    holidays: [...range('2025-01-28', 8), ...range('2025-10-01', 8)],
    workdays: ['2025-01-26', '2025-02-08', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    holidays: [
      ...range('2026-01-01', 3),
      ...range('2026-02-15', 9),
      ...range('2026-04-04', 3),
      ...range('2026-05-01', 5),
      ...range('2026-06-19', 3),
      ...range('2026-09-25', 3),
      ...range('2026-10-01', 7),
    ],
    workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
]

const placeRows = [
  { id: 'D1', code: '990101', level: 'district', parentId: null, name: '栖禾区' },
  { id: 'S1', code: '990101001', level: 'street', parentId: 'D1', name: '梧桐里街道' },
  {
    id: 'C1',
    code: '990101001001',
    level: 'community',
    parentId: 'S1',
    name: '青石社区',
    households: 40,
    adults: 90,
  },
  {
    id: 'C2',
    code: '990101001002',
    level: 'community',
    parentId: 'S1',
    name: '望澜社区',
    households: 30,
    adults: 70,
  },
  { id: 'G1', code: '990101001001001', level: 'grid', parentId: 'C1', name: '青石一格' },
  { id: 'G2', code: '990101001001002', level: 'grid', parentId: 'C1', name: '青石二格' },
  { id: 'G3', code: '990101001002001', level: 'grid', parentId: 'C2', name: '望澜一格' },
] as const

const org = (n: string, name: string, uscc: string, more: object = {}) =>
  ({
    id: n,
    kind: 'organisation',
    name,
    uscc,
    placeId: 'D1',
    form: 'private_non_enterprise',
    grade: '3A',
    gradeUntil: '2029-12-31',
    ...more,
  }) as const
const partyRows = [
  { id: 'GOV', kind: 'district_office', name: '栖禾区民政局', placeId: 'D1' },
  { id: 'S1', kind: 'street_office', name: '梧桐里街道办事处', placeId: 'S1' },
  { id: 'SC1', kind: 'service_centre', name: '梧桐里街道社区服务中心', placeId: 'S1', streetId: 'S1' },
  { id: 'C1', kind: 'committee', name: '青石社区居民委员会', placeId: 'C1', streetId: 'S1' },
  { id: 'C2', kind: 'committee', name: '望澜社区居民委员会', placeId: 'C2', streetId: 'S1' },
  { id: 'ST1', kind: 'station', name: '青石社区服务站', placeId: 'C1', streetId: 'S1' },
  { id: 'G1', kind: 'grid_team', name: '青石一格', placeId: 'G1', streetId: 'S1' },
  org('ORG1', '暖邻社会工作服务中心', '52990101MJA100017L'),
  org('ORG2', '夕照居家养老服务中心', '52990101MJA100025F'),
  org('ORG3', '小禾苗儿童成长服务中心', '52990101MJA100033A'),
  org('ORG4', '伴飞社会组织发展服务中心', '52990101MJA100121Q'),
  org('ORGX', '康途健康服务中心', '52990101MJA10013XG', {
    credit: 'abnormal_list',
    creditSince: '2025-10-20',
  }),
  { id: 'CG1', kind: 'community_group', name: '青石楼道议事会', placeId: 'C1', custodianId: 'ORG4' },
  { id: 'SW', kind: 'individual', name: '许社工', placeId: 'D1', personId: 'soloist', custodianId: 'ORG4' },
  { id: 'OVER', kind: 'oversight', name: '栖禾区财政局', placeId: 'D1' },
] as const

const numbered = (
  key: string,
  n: number,
  role: Role,
  party: (i: number) => string,
): Array<[string, Role, string]> =>
  Array.from({ length: n }, (_, i) => [`${key}${i + 1}`, role, party(i + 1)])
const seatRows: Array<[string, Role, string]> = [
  ...numbered('resident', 5, 'resident', () => 'C1'),
  ['resident6', 'resident', 'C2'],
  ['clerk', 'committee_clerk', 'C1'],
  ['director', 'committee_director', 'C1'],
  ['supervisor', 'supervision_member', 'C1'],
  ['clerk2', 'committee_clerk', 'C2'],
  ['director2', 'committee_director', 'C2'],
  ['station', 'station_clerk', 'ST1'],
  ['grid', 'grid_worker', 'G1'],
  ['handler', 'street_handler', 'S1'],
  ['approver', 'street_approver', 'S1'],
  ['finance', 'street_finance', 'S1'],
  ['acceptor', 'street_acceptor', 'S1'],
  ['dHandler', 'district_handler', 'GOV'],
  ['dApprover', 'district_approver', 'GOV'],
  ['dFinance', 'district_finance', 'GOV'],
  ['dAcceptor', 'district_acceptor', 'GOV'],
  ['centre', 'centre_officer', 'SC1'],
  ['centreAuditor', 'centre_auditor', 'SC1'],
  ...numbered('editor', 4, 'org_editor', (i) => `ORG${i}`),
  ...numbered('signer', 4, 'org_signer', (i) => `ORG${i}`),
  ...numbered('aide', 2, 'care_aide', (i) => `ORG${i}`),
  ['editorX', 'org_editor', 'ORGX'],
  ['signerX', 'org_signer', 'ORGX'],
  ['groupEditor', 'org_editor', 'CG1'],
  ['groupSigner', 'org_signer', 'CG1'],
  ['soloist', 'org_signer', 'SW'],
  ...numbered('worker', 4, 'social_worker', (i) => `ORG${i}`),
  ...numbered('expert', 7, 'expert', () => 'GOV'),
  ['auditor', 'auditor', 'OVER'],
  ['admin', 'system_admin', 'GOV'],
  ['security', 'security_auditor', 'GOV'],
]

async function settle(tx: Tx) {
  await installFigures(tx)
  await installMethods(tx)
  await installPoolRules(tx)
  await installContractTemplates(tx)
  // Three keepers cost time: here routes with one envelope may be sealed simply, and splitting is a test's own choice.
  await tx.update(methods).set({ sealMode: 'simple' }).where(eq(methods.twoEnvelopes, false))
  await installDuties(tx)
  await installCareForm(tx)
  await installAssessmentForms(tx)
  await tx
    .insert(calendarYears)
    .values(
      years.map((y) => ({ ...y, holidays: [...y.holidays], workdays: [...y.workdays], source: '测试', at })),
    )
  await tx.insert(places).values(placeRows.map((p) => ({ ...p })))
  await tx.insert(parties).values(partyRows.map((p) => ({ ...p, createdAt: at })))
  const own = (key: string) => (key.startsWith('resident') ? (key === 'resident6' ? 'C2' : 'C1') : null)
  await tx.insert(persons).values(
    seatRows.map(([key]) => ({
      id: key,
      name: key,
      communityId: own(key),
      householdKey: own(key) && `HH-${key}`,
      createdAt: at,
    })),
  )
  await tx.insert(seats).values(
    seatRows.map(([key, role, partyId]) => ({
      id: `seat-${key}`,
      personId: key,
      role,
      partyId,
      from: '2025-01-01',
      ground: '任职文件',
      createdAt: at,
    })),
  )
  const workers = ['worker1', 'worker2', 'worker3', 'worker4', 'soloist']
  await tx.insert(socialWorkers).values(
    workers.map((id, i) => ({
      id,
      level: 'intermediate' as const,
      certNo: `T-${i}`,
      registeredUntil: '2029-06-30',
      employerId: id === 'soloist' ? null : `ORG${i + 1}`,
    })),
  )
  await tx.insert(experts).values(
    numbered('expert', 7, 'expert', () => '').map(([id]) => ({
      id,
      fields: ['社会工作'],
      employer: '云澜学院',
    })),
  )
  const pool = {
    source: 'department_budget' as const,
    year: 2026,
    rules: '未列入预算不得实施',
    approvedOn: '2026-01-20',
  }
  await tx.insert(fundPools).values([
    { ...pool, id: 'P1', code: 'P1', name: '街道购买服务预算', ownerId: 'S1', total: yuan(2_000_000) },
    { ...pool, id: 'P2', code: 'P2', name: '区民政局购买服务预算', ownerId: 'GOV', total: yuan(2_000_000) },
    {
      ...pool,
      id: 'P3',
      code: 'P3',
      name: '2027 年预算（草案）',
      ownerId: 'S1',
      total: yuan(1_000_000),
      approvedOn: null,
      year: 2027,
    },
  ])
  await tx.insert(budgetLines).values(lineRows.map((line) => ({ ...line })))
}
const lineRows = [
  { id: 'L1', poolId: 'P1', code: 'L1', name: '社区服务', buyerId: 'S1', amount: yuan(2_000_000) },
  { id: 'L2', poolId: 'P2', code: 'L2', name: '微创投', buyerId: 'GOV', amount: yuan(2_000_000) },
  { id: 'L3', poolId: 'P3', code: 'L3', name: '2027 年社区服务', buyerId: 'S1', amount: yuan(1_000_000) },
]

type Key = string
const communityOf = (key: Key) => (key.startsWith('resident') ? (key === 'resident6' ? 'C2' : 'C1') : null)
const actorOf = (key: Key) => {
  const mine = seatRows
    .filter(([k]) => k === key)
    .map(([k, role, partyId]) => ({ id: `seat-${k}`, role, partyId }))
  if (!mine.length) throw new Error(`nobody called ${key}`)
  return { personId: key, seat: mine[0]!, seats: mine, communityId: communityOf(key) }
}

export const testVault = () =>
  openVault('a test secret of no worth, thirty-two and more', { N: 16, r: 1, p: 1 })

async function settleTown(store: Store) {
  await store.transact(settle)
  const actor = actorOf('finance')
  const clock = standingClock(at)
  const rest = { clock, wall: clock, calendar: workCalendar(years), files: memoryFiles() }
  const ctx: Context = {
    ...rest,
    vault: testVault(),
    db: store.db,
    transact: store.transact,
    scrub: store.scrub,
    actor,
  }
  await store.transact(async (tx) => {
    for (const line of lineRows) await openLine(tx, ctx, line)
  })
}
export const settledTown: Settling = { name: 'town', settle: settleTown }

type Parts = { store: Store; url: string; clock: StandingClock; files: Files; vault: Vault }
/** The town's people over an open store: `as` gives the context of one of them. */
export function townOver({ store, url, clock, files, vault }: Parts) {
  const calendar = workCalendar(years)
  const base = { db: store.db, scrub: store.scrub, clock, wall: clock, calendar, files, vault }
  /** The context of one person, in his first seat; `key` makes his next command happen once. */
  const as = (key: Key | null, formKey?: string): Context => {
    const actor = key === null ? nobody : actorOf(key)
    const transact = formKey ? once(store.transact, clock, formKey, actor.personId) : store.transact
    return { ...base, actor, transact }
  }
  return { store, url, clock, files, vault, calendar, as, db: store.db, transact: store.transact }
}
export type TownParts = ReturnType<typeof townOver>
