import type { partyKinds, Role } from '#db/vocabulary.ts'

type PartyKind = (typeof partyKinds)[number]
const bidding: readonly Role[] = ['org_editor', 'org_signer', 'social_worker']
const serving: readonly Role[] = [...bidding, 'care_aide']
const watching: readonly Role[] = ['expert', 'auditor', 'system_admin', 'security_auditor']

/** Which posts there are at a body of each kind. */
const postsAt: Record<PartyKind, readonly Role[]> = {
  district_office: [
    'district_handler',
    'district_approver',
    'district_finance',
    'district_acceptor',
    ...watching,
  ],
  street_office: ['street_handler', 'street_approver', 'street_finance', 'street_acceptor'],
  service_centre: ['centre_officer', 'centre_auditor'],
  committee: ['resident', 'family_agent', 'committee_clerk', 'committee_director', 'supervision_member'],
  station: ['station_clerk'],
  grid_team: ['grid_worker'],
  organisation: serving,
  enterprise: serving,
  community_group: bidding,
  individual: bidding,
  oversight: watching,
}
export const isPostAt = (role: Role, kind: PartyKind) => postsAt[kind].includes(role)

export const sideOf = (role: Role) =>
  serving.includes(role) ? ('organisation' as const) : ('office' as const)

const overseers: readonly Role[] = ['system_admin', 'security_auditor', 'auditor']
/** 三权分立、不相容岗位分离: of each group a person holds one post at a time, whichever body it is at. */
const apart: ReadonlyArray<readonly Role[]> = [
  [...overseers, 'street_handler', 'street_approver', 'street_finance', 'street_acceptor'],
  [...overseers, 'district_handler', 'district_approver', 'district_finance', 'district_acceptor'],
  [...overseers, 'centre_officer', 'centre_auditor'],
  [...overseers, 'org_signer'],
  ['committee_clerk', 'supervision_member'],
  ['committee_director', 'supervision_member'],
  // 议行分设
  ['committee_director', 'station_clerk'],
]
export const areApart = (one: Role, other: Role) =>
  one !== other && apart.some((group) => group.includes(one) && group.includes(other))

/** 两人办理: posts that decide, spend or watch count only once a second person has confirmed them. */
export const needsSecond = (role: Role) =>
  /^(street|district|centre)_/.test(role) || role === 'committee_director' || overseers.includes(role)
