import { notWho, row } from './terms.ts'

type Granting = {
  roleSide: 'office' | 'organisation'
  partyId: string
  personId: string
  firstSigner: boolean
}

/** Seats, sessions, the calendar and the figures. */
export const whoRows = {
  'seat.grant': row<Granting>({
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
  }),
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
  'calendar.enter': row<object>({ by: ['system_admin', 'district_approver'] }),
  'register.enter': row<object>({ by: ['system_admin'] }),
  'journal.read': row<object>({ by: ['auditor', 'security_auditor'] }),
} as const
