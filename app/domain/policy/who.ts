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
  'seat.withdraw': row<Granting>({
    by: ['system_admin', 'org_signer'],
    bars: [
      notWho('sod-own-seat', (s) => s.personId),
      {
        key: 'not-your-body',
        when: (a, s) =>
          a.seat?.role === 'org_signer' && (s.roleSide !== 'organisation' || a.seat.partyId !== s.partyId),
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
