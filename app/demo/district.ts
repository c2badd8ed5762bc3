import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ageBands, categories, Role } from '#db/vocabulary.ts'

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
  surveyWaves: Wave[]
  needs: NeedTold[]
  votingRounds: VotingRound[]
  deliberations: Deliberation[]
  gridEvents: Array<{
    id: string
    gridId: string
    type: string
    source: string
    reported: string
    status: string
    closeHours: number | null
    linkedNeedId: string | null
  }>
  mediationCases: Array<{ id: string; communityId: string; type: string; opened: string; status: string }>
  projects: ProjectTold[]
  visitLogs: { period: string; agencyErrands: number }
  timeBank: { operatorId: string; accounts: HoursTold[] }
  disclosures: BooksTold[]
} & Record<string, unknown>
/** 小时 on an account of the bank of hours. */
export type HoursTold = {
  id: string
  owner: string
  earned: number
  spent: number
  donated: number
  granted?: number
  balance: number
}
/** 一年的收支 of an organisation, in 元. */
export type BooksTold = {
  orgId: string
  year: number
  income: { total: number; donation: number }
  expense: { total: number; charityActivity: number; management: number; fundraising: number }
}
export type Deliberation = {
  id: string
  communityId: string
  kind: string
  topic: string
  date: string
  members: number
  present: number
  quorumMet: boolean
  resolutions: Array<{ text: string; for_: number; against: number; abstain: number; passed: boolean }>
  published: string
}
export type Wave = {
  id: string
  name: string
  start: string
  end: string
  status: 'published' | 'collecting'
  results?: WaveResult[]
  progress?: Array<{ communityId: string; validResponses: number }>
}
export type WaveResult = {
  communityId: string
  validResponses: number
  modes: { online: number; door_to_door: number; proxy: number; phone: number }
  mentionRate: Record<string, number>
  serviceSatisfaction: number
  belongingIndex: number
  mutualHelpIndex: number
}
export type NeedTold = {
  id: string
  communityId: string
  gridIds: string[]
  categoryCode: (typeof categories)[number]
  title: string
  titleEn: string
  evidence: string
  beneficiaries: number
  sources: Array<{ type: string; waveId?: string; supporters?: number }>
  urgency: number
  severity: number
  itemType: string
  estimatedBudget: number
  negativeListHit: string | null
  status: string
  createdAt: string
}
export type Turnout = {
  communityId: string
  mode: 'household' | 'person'
  eligible: number
  voters: number
  participatingHouseholds: number
  budget: number
  candidates: string[]
  elderAssisted?: number
  tally?: Array<{ needId: string; votes: number; amount: number; result: string }>
}
export type VotingRound = {
  id: string
  name: string
  electorate: string
  fundPoolId: string
  opened: string
  closed?: string
  closes?: string
  maxChoices: number
  turnout?: Turnout[]
  liveTurnout?: Turnout[]
}
export type MemberScores = {
  member: string
  scores: Record<string, number>
  comments?: Record<string, string>
}
export type ProjectTold = {
  id: string
  name: string
  nameEn?: string
  buyerId: string
  route: string
  budget: number
  fundPoolId: string
  needIds: string[]
  communityId?: string
  dates: Record<string, string>
  bids?: Array<{
    orgId: string
    price: number | null
    invalidReason?: string | null
    total?: number | null
    rank?: number
  }>
  evaluatorScores?: Record<string, MemberScores[]>
  winnerId?: string
  contractAmount?: number
  milestones?: Array<{ seq: number; amount: number; state: string; paidOn?: string; due: string }>
  kpis?: Array<{ code: string; target: number; actual: number }>
  /** Of an agreement: its prices, who serves, what a month gives each, how many orders came to what. */
  priceList?: PriceTold[]
  providers?: string[]
  voucher?: { monthlyPerPerson: number; eligibleCount: number }
  orders?: Orders
  status: string
}
export type PriceTold = { item: string; unitPrice: number; unit: string }
export type Orders = {
  total: number
  confirmed: number
  disputed: number
  avgRating: number
  settledAmount: number
}
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
  age60plus: number
  age80plus: number
}
export type Organisation = Body & {
  kind: string
  assessmentGrade: string | null
  assessmentValidUntil: string | null
  registeredYear: number
  registrationMode: string
  registrationAuthority: string
  decoupledFromGov: boolean
  annualInspection2025: string | null
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
