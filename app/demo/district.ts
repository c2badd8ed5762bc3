import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ageBands, Role } from '#db/vocabulary.ts'

/** The demo district as its file tells it: fictional, amounts in 元. Only what the stories use is typed. */
export type District = {
  meta: { demoClock: string }
  calendar: { year: number; holidays: string[]; makeupWorkdays: string[] }
  district: { id: string; code: string; name: string; nameEn: string; buyers: Body[] }
  streets: Array<{
    id: string
    code: string
    name: string
    nameEn: string
    org: string
    uscc: string
    serviceCentre: Body
  }>
  communities: Community[]
  grids: Array<{
    id: string
    code: string
    communityId: string
    name: string
    households: number
    population: number
  }>
  organisations: Organisation[]
  communityGroups: Array<Body & { communityId: string; filing: string; fundCustodianId: string | null }>
  enterprises: Array<Body & { offers: string[] }>
  socialWorkers: Array<{
    id: string
    displayName: string
    employerId: string | null
    certLevel: string
    certNo: string
    registeredUntil: string
    specialties: string[]
  }>
  experts: Array<{
    id: string
    displayName: string
    titleLevel: string
    fields: string[]
    employer: string
    history: Array<{ orgId: string; relation: string; until: string }>
  }>
  residents: Array<{
    id: string
    displayName: string
    ageBand: string
    communityId: string
    gridId: string
    elderMode: boolean
    householdId: string
  }>
  users: Array<{
    id: string
    displayName: string
    profileRef?: string
    seats: Array<{ role: Role; orgRef: string; from: string; to: string | null }>
  }>
  fundPools: Array<{
    id: string
    name: string
    source: string
    ownerId: string
    year: number
    total?: number
    rules: string
    perCommunity?: Record<string, number>
  }>
} & Record<string, unknown>
export type Body = { id: string; name: string; nameEn: string; uscc?: string }
export type Community = {
  id: string
  streetId: string
  code: string
  name: string
  nameEn: string
  kind: 'residents_committee' | 'village_committee'
  committee: string
  uscc: string
  households: number
  population: number
  adults: number
  feature: string
  serviceStation: { id: string; name: string }
}
export type Organisation = Body & {
  kind: string
  assessmentGrade: string | null
  assessmentValidUntil: string | null
  registeredYear: number
  serviceFields: string[]
  creditStatus: string
  abnormalListedOn: string | null
  creditNote: string | null
  fullTimeStaff: number
  certifiedSocialWorkers: number
  incomeLastYear: number
  disclosures: Record<string, boolean>
}
export type AgeBand = (typeof ageBands)[number]

/** Reads the file beside this module's sources; a build keeps it where the sources are. */
export const readDistrict = (): District =>
  JSON.parse(readFileSync(path.resolve('app/demo/district.json'), 'utf8')) as District
