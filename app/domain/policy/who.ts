import { notWho, row } from './terms.ts'

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

/** Seats, sessions, the calendar and the figures. */
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
  'journal.read': row<object>({ by: ['auditor', 'security_auditor'] }),
} as const
