import type { Role } from '#db/vocabulary.ts'
import { notSeatedAt, notWho, row } from './terms.ts'

type OfContract = {
  buyerId: string
  supplierId: string
  committeeIds: readonly string[]
  centreIds: readonly string[]
  stationIds: readonly string[]
}
type OfRater = { servedId: string | null; supplierId: string }
type OfRectification = OfContract & { servedId: string | null }

const clerks: Role[] = ['committee_clerk', 'station_clerk']
const orgs: Role[] = ['org_editor', 'org_signer']
const readers: Role[] = [
  ...clerks,
  ...orgs,
  'social_worker',
  'committee_director',
  'supervision_member',
  'centre_officer',
  'street_handler',
  'street_approver',
  'street_acceptor',
  'district_handler',
  'district_approver',
  'district_acceptor',
]
const helpers = (s: OfContract) => [...s.committeeIds, ...s.stationIds]
const notOfSupplier = notSeatedAt<{ supplierId: string }>('sod-supplier-rates', (s) => s.supplierId)
/** Only who rated says whether it is put right; a clerk writes down the word of someone without a telephone. */
const raterOnly = row<OfRectification>({
  by: 'anyone',
  bars: [
    notOfSupplier,
    {
      key: 'not-the-rater',
      when: (a, s) =>
        s.servedId === null &&
        !(a.seat && clerks.includes(a.seat.role) && helpers(s).includes(a.seat.partyId)),
    },
  ],
})

type OfOversight = { committeeId: string; streetId: string; rulerId: string; kinOfCommittee: boolean }
/** 居务监督委员会成员不得由村(居)委会成员及其近亲属担任 (村民委员会组织法 第三十二条). */
const notKin = { key: 'kin-of-committee', when: (_: unknown, s: OfOversight) => s.kinOfCommittee }
const supervises = row<OfOversight>({
  by: ['supervision_member'],
  at: (s) => s.committeeId,
  bars: [notKin],
})

/** Who published a ranking does not judge what is said against it. */
const decidesRank = row<{ publishedBy: string; raisedBy: string }>({
  by: ['district_approver'],
  bars: [notWho('sod-ranker-decides', (s) => [s.publishedBy, s.raisedBy])],
})

/** 评价: who was served rates, nobody else; who is rated answers; nobody judges his own body. */
export const rateRows = {
  'rating.invite': row<OfContract>({
    by: [...clerks, 'centre_officer'],
    at: (s) => [...helpers(s), ...s.centreIds],
    bars: [notOfSupplier],
  }),
  'rating.give': row<OfRater>({
    by: 'anyone',
    bars: [notOfSupplier, { key: 'not-served', when: (_, s) => s.servedId === null }],
  }),
  'rating.enter': row<OfContract>({ by: clerks, at: helpers, bars: [notOfSupplier] }),
  /** 录音: a voice is known again, so the body that was rated never hears it. */
  'rating.hear': row<OfContract>({
    by: [...clerks, 'committee_director', 'supervision_member', 'centre_officer'],
    at: (s) => [...helpers(s), ...s.centreIds],
    bars: [notOfSupplier],
  }),
  'rating.write_down': row<OfContract>({ by: clerks, at: helpers, bars: [notOfSupplier] }),
  'rating.reply': row<OfContract>({ by: orgs, at: (s) => s.supplierId }),
  'rating.hide': row<OfContract>({ by: ['centre_officer'], at: (s) => s.centreIds, bars: [notOfSupplier] }),
  /** 居务监督 looks at what the centre hid. */
  'rating.restore': row<OfContract>({
    by: ['supervision_member'],
    at: (s) => s.committeeIds,
    bars: [notOfSupplier],
  }),
  'rating.list': row<object>({ by: readers }),
  'rating.read': row<OfContract>({
    by: readers,
    at: (s) => [s.buyerId, s.supplierId, ...helpers(s), ...s.centreIds],
  }),
  'oversight.read': row<Pick<OfOversight, 'committeeId' | 'streetId' | 'rulerId'>>({
    by: [
      'supervision_member',
      'committee_clerk',
      'committee_director',
      'street_handler',
      'street_approver',
      'district_approver',
    ],
    at: (s) => [s.committeeId, s.streetId, s.rulerId],
  }),
  'oversight.raise': supervises,
  'oversight.answer': row<OfOversight>({ by: ['committee_director'], at: (s) => s.committeeId }),
  'oversight.settle': supervises,
  'oversight.escalate': supervises,
  'oversight.rule': row<OfOversight>({
    by: ['street_approver', 'district_approver'],
    at: (s) => s.rulerId,
  }),
  'ranking.adopt': row<object>({ by: ['district_approver'] }),
  'ranking.publish': row<object>({ by: ['district_handler'] }),
  'ranking.read': row<object>({
    by: ['district_handler', 'district_approver', 'street_approver', 'org_signer'],
  }),
  'rankObjection.raise': row<{ partyId: string }>({
    by: ['org_signer', 'street_approver'],
    at: (s) => s.partyId,
  }),
  'rankObjection.uphold': decidesRank,
  'rankObjection.dismiss': decidesRank,
  'merit.decide': row<{ publishedBy: string }>({
    by: ['district_approver'],
    bars: [notWho('sod-ranker-decides', (s) => s.publishedBy)],
  }),
  'rectification.answer': row<OfContract>({ by: orgs, at: (s) => s.supplierId }),
  'rectification.accept': raterOnly,
  'rectification.reopen': raterOnly,
} as const
