import type { Vault } from '#app/ports/vault.ts'
import {
  budgetLines,
  calendarYears,
  experts,
  expertTies,
  fundPools,
  inspections,
  listings,
  parties,
  persons,
  places,
  seats,
  socialWorkers,
} from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { yuan } from '#domain/money.ts'
import type { AgeBand, District, Organisation } from './district.ts'
import { neighbourRows, phoneOf } from './neighbours.ts'

/** What stands before any project does: places, bodies, people, seats, pools, the year's holidays. */
export async function installBase(tx: Tx, d: District, vault: Vault) {
  await tx.insert(calendarYears).values([...calendarRows(d)])
  await tx.insert(places).values(placeRows(d))
  await tx.insert(parties).values(partyRows(d))
  await tx.insert(inspections).values(inspectionRows(d))
  await tx.insert(listings).values(listingRows(d))
  await tx.insert(persons).values(personRows(d, vault))
  await tx.insert(persons).values(neighbourRows(d, began))
  await tx.insert(seats).values(seatRows(d))
  await tx.insert(socialWorkers).values(workerRows(d))
  await tx.insert(experts).values(expertRows(d))
  await tx.insert(expertTies).values(tieRows(d))
  await tx.insert(fundPools).values(poolRows(d))
  await tx.insert(budgetLines).values(lineRows(d))
}

const began = new Date('2025-01-01T09:00:00+08:00')
const notice2025 = {
  year: 2025,
  holidays: [
    '2025-01-01',
    ...days('2025-01-28', 8),
    ...days('2025-04-04', 3),
    ...days('2025-05-01', 5),
    ...days('2025-05-31', 3),
    ...days('2025-10-01', 8),
  ],
  workdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  source: '国办发明电〔2024〕12号',
}
function days(from: string, n: number) {
  return Array.from({ length: n }, (_, i) =>
    new Date(Date.parse(`${from}T00:00:00Z`) + i * 86_400_000).toISOString().slice(0, 10),
  )
}
const calendarRows = (d: District) => [
  { ...notice2025, at: began },
  {
    year: d.calendar.year,
    holidays: d.calendar.holidays,
    workdays: d.calendar.makeupWorkdays,
    source: '演示日历，待核对当年通知',
    at: began,
  },
]

const two = (n: number) => String(n).padStart(2, '0')
const streetRow = (s: District['streets'][number], i: number, parentId: string) => ({
  id: s.id,
  code: s.code,
  level: 'street' as const,
  parentId,
  name: s.name,
  nameEn: s.nameEn,
  phone: `8612 02${two(i + 1)}`,
})
const communityRow = (c: District['communities'][number], i: number) => ({
  id: c.id,
  code: c.code,
  level: 'community' as const,
  parentId: c.streetId,
  name: c.name,
  nameEn: c.nameEn,
  communityKind: c.kind,
  households: c.households,
  population: c.population,
  adults: c.adults,
  feature: c.feature,
  phone: `8612 03${two(i + 1)}`,
})
const gridRow = (g: District['grids'][number]) => ({
  id: g.id,
  code: g.code,
  level: 'grid' as const,
  parentId: g.communityId,
  name: g.name,
  households: g.households,
  population: g.population,
})
/** 办事电话 are invented, as every number of the demonstration is. */
const placeRows = (d: District) => [
  {
    id: d.district.id,
    code: d.district.code,
    level: 'district' as const,
    name: d.district.name,
    nameEn: d.district.nameEn,
    phone: '8612 0100',
  },
  ...d.streets.map((s, i) => streetRow(s, i, d.district.id)),
  ...d.communities.map(communityRow),
  ...d.grids.map(gridRow),
]

const forms = {
  民办非企业单位: 'private_non_enterprise',
  社会团体: 'social_association',
  基金会: 'foundation',
} as const
const results = { 合格: 'passed', 基本合格: 'basically_passed', 不合格: 'failed' } as const
/** 2025 年度检查, concluded the summer after. */
const inspectionRows = (d: District) =>
  d.organisations.flatMap((o) => {
    const result = results[o.annualInspection2025 as keyof typeof results]
    if (!result) return []
    const concludedOn = '2026-06-30'
    return [{ partyId: o.id, year: 2025, result, concludedOn, at: new Date(`${concludedOn}T17:00:00+08:00`) }]
  })
/** 名录, from its own day of the story. */
const listingRows = (d: District) =>
  d.organisations.flatMap((o) =>
    o.abnormalListedOn
      ? [
          {
            partyId: o.id,
            list: 'abnormal_list' as const,
            from: o.abnormalListedOn,
            ground: o.creditNote ?? '',
            at: new Date(`${o.abnormalListedOn}T09:00:00+08:00`),
          },
        ]
      : [],
  )
const credits = { abnormal_list: 'abnormal_list', dishonest: 'dishonest' } as const
const organisation = (o: Organisation, placeId: string) => ({
  id: o.id,
  kind: 'organisation' as const,
  name: o.name,
  nameEn: o.nameEn,
  uscc: o.uscc ?? null,
  placeId,
  form: forms[o.kind as keyof typeof forms] ?? null,
  grade: o.assessmentGrade,
  gradeUntil: o.assessmentValidUntil,
  registeredYear: o.registeredYear,
  fields: o.serviceFields,
  registration: o.registrationMode === 'direct' ? ('direct' as const) : ('dual' as const),
  supervisorName: o.registrationMode === 'direct' ? null : o.registrationAuthority,
  decoupledOn: o.decoupledFromGov ? `${Math.max(o.registeredYear, 2016)}-12-31` : null,
  certificateUntil: '2029-12-31',
  // 列入名录 comes on its own day of the story.
  credit: o.abnormalListedOn
    ? ('normal' as const)
    : (credits[o.creditStatus as keyof typeof credits] ?? 'normal'),
  profile: {
    staff: o.fullTimeStaff,
    certified: o.certifiedSocialWorkers,
    incomeFen: yuan(o.incomeLastYear),
    disclosures: o.disclosures,
  },
})

const filed = (filing: string) => ({
  filedWith: filing.replace('备案', '办事处'),
  filedOn: '2025-01-10',
  profile: { filing },
})
/** 年度确认 of 2026, in spring. */
const reconfirmedOn = '2026-03-31'
type PartyRow = Omit<typeof parties.$inferInsert, 'createdAt'>
/** The district's own bodies. */
const districtBodies = (d: District): PartyRow[] => [
  {
    id: d.district.id,
    kind: 'oversight',
    name: `${d.district.name}三社联动平台`,
    nameEn: 'Sanshe platform of the district',
    placeId: d.district.id,
  },
  ...d.district.buyers.map((b) => ({
    id: b.id,
    kind: b.id === 'GOV-MZ' ? ('district_office' as const) : ('oversight' as const),
    name: b.name,
    nameEn: b.nameEn,
    uscc: b.uscc ?? null,
    placeId: d.district.id,
  })),
]
/** A street's office, and the service centre beside it. */
const streetBodies = (s: District['streets'][number]): PartyRow[] => [
  {
    id: s.id,
    kind: 'street_office',
    name: s.org,
    nameEn: `${s.nameEn} Office`,
    uscc: s.uscc,
    placeId: s.id,
  },
  {
    id: s.serviceCentre.id,
    kind: 'service_centre',
    name: s.serviceCentre.name,
    nameEn: s.serviceCentre.nameEn,
    uscc: s.serviceCentre.uscc ?? null,
    placeId: s.id,
    streetId: s.id,
  },
]
/** A community's committee, and its service station. */
const communityBodies = (c: District['communities'][number]): PartyRow[] => [
  {
    id: c.id,
    kind: 'committee',
    name: c.committee,
    nameEn: `${c.nameEn} Committee`,
    uscc: c.uscc,
    placeId: c.id,
    streetId: c.streetId,
  },
  {
    id: c.serviceStation.id,
    kind: 'station',
    name: c.serviceStation.name,
    placeId: c.id,
    streetId: c.streetId,
  },
]
type StreetOf = (communityId: string) => string | null
const gridTeam = (g: District['grids'][number], streetOf: StreetOf): PartyRow => ({
  id: g.id,
  kind: 'grid_team',
  name: g.name,
  placeId: g.id,
  streetId: streetOf(g.communityId),
})
const enterprise = (e: District['enterprises'][number], placeId: string): PartyRow => ({
  id: e.id,
  kind: 'enterprise',
  name: e.name,
  uscc: e.uscc ?? null,
  placeId,
  form: 'enterprise',
  profile: { offers: e.offers },
})
const communityGroup = (g: District['communityGroups'][number], streetOf: StreetOf): PartyRow => ({
  id: g.id,
  kind: 'community_group',
  name: g.name,
  nameEn: g.nameEn,
  placeId: g.communityId,
  streetId: streetOf(g.communityId),
  custodianId: g.fundCustodianId,
  ...filed(g.filing),
})
/** A social worker whom nobody employs is a party of his own. */
const aloneWorkers = (d: District): PartyRow[] =>
  d.socialWorkers
    .filter((w) => !w.employerId)
    .map((w) => ({
      id: w.id,
      kind: 'individual' as const,
      name: w.displayName,
      placeId: d.district.id,
      personId: personOf(d, w.id),
      custodianId: 'ORG12',
    }))
function partyRows(d: District): Array<typeof parties.$inferInsert> {
  const streets = new Map(d.communities.map((c) => [c.id, c.streetId]))
  const streetOf: StreetOf = (communityId) => streets.get(communityId) ?? null
  const rows = [
    ...districtBodies(d),
    ...d.streets.flatMap(streetBodies),
    ...d.communities.flatMap(communityBodies),
    ...d.grids.map((g) => gridTeam(g, streetOf)),
    ...d.organisations.map((o) => organisation(o, d.district.id)),
    ...d.enterprises.map((e) => enterprise(e, d.district.id)),
    ...d.communityGroups.map((g) => communityGroup(g, streetOf)),
    ...aloneWorkers(d),
  ]
  return rows.map((row) => ({ ...row, reconfirmedOn, createdAt: began }))
}

/** The person a profile of the file is told by. */
export const personOf = (d: District, profileRef: string): string => {
  const user = d.users.find((u) => u.profileRef === profileRef)
  if (!user) throw new Error(`nobody in the demo is ${profileRef}`)
  return user.id
}

const ages: Record<string, AgeBand> = {
  '14-17': 'under18',
  '18-35': '18-35',
  '36-59': '36-59',
  '60-79': '60-79',
  '80+': '80+',
}
function personRows(d: District, vault: Vault) {
  const residents = new Map(d.residents.map((r) => [r.id, r]))
  const communities = new Set(d.communities.map((c) => c.id))
  return d.users.map((u) => {
    const r = residents.get(u.profileRef ?? '')
    const phone = r ? phoneOf(d, r.id) : null
    const sits = u.seats.find((s) => communities.has(s.orgRef))?.orgRef ?? null
    return {
      id: u.id,
      name: u.displayName,
      phoneHash: phone && vault.keyed('phone', phone),
      phoneSealed: phone && vault.seal('phone', phone),
      phoneTail: phone?.slice(-4) ?? null,
      communityId: r?.communityId ?? sits,
      gridId: r?.gridId ?? null,
      householdKey: r?.householdId ?? null,
      ageBand: r ? (ages[r.ageBand] ?? null) : null,
      elder: r?.elderMode ?? false,
      createdAt: began,
    }
  })
}

const grounds: Record<string, string> = {
  resident: '社区登记',
  expert: '区评审专家库',
  org_editor: '机构授权书',
  org_signer: '机构授权书',
  social_worker: '劳动合同与登记证书',
}
const seatRows = (d: District) =>
  d.users.flatMap((u) =>
    u.seats.map((s, i) => ({
      id: `${u.id}-${i + 1}`,
      personId: u.id,
      role: s.role,
      partyId: s.orgRef,
      from: s.from,
      to: s.to,
      ground: grounds[s.role] ?? '任职文件（演示）',
      createdAt: began,
    })),
  )

const levels = { 助理社会工作师: 'assistant', 社会工作师: 'intermediate', 高级社会工作师: 'senior' } as const
const workerRows = (d: District) =>
  d.socialWorkers.map((w) => ({
    id: personOf(d, w.id),
    level: levels[w.certLevel as keyof typeof levels],
    certNo: w.certNo,
    registeredUntil: w.registeredUntil,
    employerId: w.employerId,
    specialties: w.specialties,
  }))
const expertRows = (d: District) =>
  d.experts.map((e) => ({
    id: personOf(d, e.id),
    fields: e.fields,
    employer: e.employer,
    title: e.titleLevel,
  }))
const tieRows = (d: District) =>
  d.experts.flatMap((e) =>
    e.history.map((h) => ({
      expertId: personOf(d, e.id),
      partyId: h.orgId,
      relation: h.relation,
      until: h.until,
    })),
  )

const sources = { fiscal_department_budget: 'department_budget' } as Record<string, string>
/** 区人大每年末批准下一年度预算（演示）; next year's is still a draft. */
const approved = (year: number) => (year <= 2026 ? `${year - 1}-12-29` : null)
const poolRows = (d: District) =>
  d.fundPools
    .filter((p) => p.total !== undefined)
    .map((p) => ({
      id: p.id,
      code: p.id,
      name: p.name,
      source: (sources[p.source] ?? p.source) as (typeof fundPools.$inferInsert)['source'],
      // 区级参与式资金由民政部门归口
      ownerId: p.ownerId === 'D1' ? 'GOV-MZ' : p.ownerId,
      year: p.year,
      total: yuan(p.total ?? 0),
      rules: p.rules,
      approvedOn: approved(p.year),
    }))

/** One line a pool; a pool shared by communities has one for each, spent by the street. */
function lineRows(d: District): Array<typeof budgetLines.$inferInsert> {
  const streetOf = new Map(d.communities.map((c) => [c.id, c.streetId]))
  const named = new Map(d.communities.map((c) => [c.id, c.name]))
  return d.fundPools
    .filter((p) => p.total !== undefined && p.source !== 'charity')
    .flatMap(
      (p): Array<typeof budgetLines.$inferInsert> =>
        p.perCommunity
          ? Object.entries(p.perCommunity).map(([c, amount]) => ({
              id: `${p.id}-${c}`,
              poolId: p.id,
              code: `${p.id}-${c}`,
              name: `${named.get(c)}：${p.name}`,
              buyerId: streetOf.get(c)!,
              communityId: c,
              amount: yuan(amount),
            }))
          : [
              {
                id: p.id,
                poolId: p.id,
                code: p.id,
                name: p.name,
                buyerId: p.ownerId,
                communityId: null,
                amount: yuan(p.total ?? 0),
              },
            ],
    )
}
