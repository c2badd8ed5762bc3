import { type Role, roles } from '#db/vocabulary.ts'
import { type Bar, notSeatedAt, notWho, row } from './terms.ts'

type Granting = {
  roleSide: 'office' | 'organisation'
  partyId: string
  personId: string
  firstSigner: boolean
}

const granting = row<Granting>({
  by: ['system_admin', 'org_signer'],
  bars: [
    notWho('sod-own-seat', (s) => s.personId),
    {
      key: 'not-your-body',
      when: (a, s) =>
        a.seat?.role === 'org_signer' && (s.roleSide !== 'organisation' || a.seat.partyId !== s.partyId),
    },
    {
      key: 'organisation-seats-its-own',
      when: (a, s) => a.seat?.role === 'system_admin' && s.roleSide === 'organisation' && !s.firstSigner,
    },
  ],
})
type Withdrawing = Omit<Granting, 'firstSigner'>
type OfKey = Withdrawing & { elsewhere: boolean }
const withdrawing = row<Withdrawing>({
  by: ['system_admin', 'org_signer'],
  bars: [
    notWho('sod-own-seat', (s) => s.personId),
    {
      key: 'not-your-body',
      when: (a, s) =>
        a.seat?.role === 'org_signer' && (s.roleSide !== 'organisation' || a.seat.partyId !== s.partyId),
    },
  ],
})

/** Whoever sits anywhere but at home: work belongs to posts, and posts are handed over. */
const posts: Role[] = roles.filter((role) => role !== 'resident' && role !== 'family_agent')
type OfPost = { role: Role; partyId: string; personId: string }
type OfHandover = {
  role: Role
  roleSide: 'office' | 'organisation'
  partyId: string
  fromId: string
  toId: string
  signedBy: string | null
}
const takesOver = row<OfHandover>({
  by: posts,
  at: (s) => s.partyId,
  bars: [
    {
      key: 'handover-not-to-you',
      when: (a, s) => a.personId !== s.toId || a.seat?.role !== s.role,
    },
    notWho('sod-signer-receives', (s) => s.signedBy),
  ],
})
const isAppointer = (seat: { role: Role; partyId: string } | null, s: OfHandover) =>
  s.roleSide === 'office'
    ? seat?.role === 'system_admin'
    : seat?.role === 'org_signer' && seat.partyId === s.partyId

type Seconding = { personId: string | null; grantedBy: string | null }
const seconding = row<Seconding>({
  by: ['security_auditor'],
  bars: [notWho('sod-own-seat', (s) => s.personId), notWho('sod-granter-confirms', (s) => s.grantedBy)],
})

type OfBody = { partyId: string }
type OfSanction = OfBody & { reportedBy: string | null; servedBy: string | null; decidedBy: string | null }
const ownBody = ['org_editor', 'org_signer'] as const
const supervisors = ['district_finance', 'district_approver'] as const
const notThatBody: Bar<OfBody> = notSeatedAt('sanctioned-body-does-not-decide', (s) => s.partyId)
/** 举报、听取、决定、解除分开: four steps, four people. */
const judging = row<OfSanction>({
  by: supervisors,
  bars: [
    notWho('sod-reporter-decides', (s) => s.reportedBy),
    notWho('sod-hearer-decides', (s) => s.servedBy),
    notThatBody,
  ],
})

/** Seats, sessions, the calendar, the figures, the register of bodies and how they stand. */
export const whoRows = {
  'seat.grant': granting,
  /** The word for a first key is handed over by who may seat its holder. */
  'seat.enrol': granting,
  'seat.withdraw': withdrawing,
  /** 补办登录: a key that was lost; where its holder sits at other bodies too, by the administrator. */
  'seat.renew_key': row<OfKey>({
    by: ['system_admin', 'org_signer'],
    bars: [
      ...(withdrawing.bars ?? []),
      { key: 'key-of-another-body', when: (a, s) => a.seat?.role === 'org_signer' && s.elsewhere },
    ],
  }),
  /** 任职交接: signed by the holder, or for him by who may end his seat; taken over in the same post at the same body. */
  'handover.sign': row<OfPost>({
    by: posts,
    at: (s) => s.partyId,
    bars: [
      {
        key: 'handover-own-post',
        when: (a, s) => a.personId !== s.personId || a.seat?.role !== s.role,
      },
    ],
  }),
  'handover.sign_for': withdrawing,
  'handover.receive': takesOver,
  'handover.return': takesOver,
  'handover.read': row<OfHandover>({
    by: 'person',
    bars: [
      {
        key: 'handover-not-yours',
        when: (a, s) => ![s.fromId, s.toId, s.signedBy].includes(a.personId!) && !isAppointer(a.seat, s),
      },
    ],
  }),
  /** 两人办理: who granted a seat is not who confirms it. */
  'seat.weigh': row<object>({ by: ['security_auditor'] }),
  'seat.confirm': seconding,
  'seat.decline': seconding,
  'calendar.enter': row<object>({ by: ['system_admin', 'district_approver'] }),
  /** 权责清单: the district's own, in versions. */
  'duty.revise': row<object>({ by: ['system_admin', 'district_approver'] }),
  /** 居民登记: by the desk of the community one lives in. */
  'resident.note': row<object>({ by: ['committee_clerk', 'station_clerk'] }),
  /** 更正人员: by the administrator, of anybody but himself. */
  'person.correct': row<{ personId: string }>({
    by: ['system_admin'],
    bars: [notWho('sod-own-seat', (s) => s.personId)],
  }),
  'register.enter': row<object>({ by: ['system_admin'] }),
  /** 名录、年检、登记信息: kept by the district's handler, of any body but one he sits at. */
  'register.keep': row<OfBody>({
    by: ['district_handler'],
    bars: [notSeatedAt('own-body-not-kept', (s) => s.partyId)],
  }),
  'register.read': row<object>({
    by: ['district_handler', ...supervisors, 'street_handler', 'street_approver', 'auditor', 'system_admin'],
  }),
  'party.reconfirm': row<OfBody>({ by: ['org_signer'], at: (s) => s.partyId }),
  'party.read_own': row<OfBody>({ by: ownBody, at: (s) => s.partyId }),
  'sanction.report': row<OfBody>({
    by: ['committee_director', 'street_handler', 'district_handler', 'centre_officer'],
    bars: [notThatBody],
  }),
  'sanction.serve': row<OfSanction>({
    by: ['district_handler'],
    bars: [notWho('sod-reporter-hears', (s) => s.reportedBy), notThatBody],
  }),
  'sanction.defend': row<OfBody>({ by: ['org_signer'], at: (s) => s.partyId }),
  'sanction.decide': judging,
  'sanction.dismiss': judging,
  'sanction.lift': row<OfSanction>({
    by: supervisors,
    bars: [notWho('sod-decider-lifts', (s) => s.decidedBy), notThatBody],
  }),
  'sanction.read': row<object>({ by: ['district_handler', ...supervisors, 'auditor'] }),
  'sanction.read_own': row<OfBody>({ by: ownBody, at: (s) => s.partyId }),
  'journal.read': row<object>({ by: ['auditor', 'security_auditor'] }),
} as const
