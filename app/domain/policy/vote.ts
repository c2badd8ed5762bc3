import type { Role } from '#db/vocabulary.ts'
import { notWho, onlyWho, row } from './terms.ts'

type RoundFacts = { committeeId: string; streetId: string; createdBy: string }
/** Who drafted it, and who changed it since. */
type Written = RoundFacts & { writtenBy: readonly string[] }
const helpers: Role[] = ['committee_clerk', 'station_clerk', 'grid_worker']
const atCommittee = (s: { committeeId: string }) => s.committeeId
const atEither = (s: RoundFacts) => [s.committeeId, s.streetId]

/** 居民票决 */
export const voteRows = {
  'round.draft': row<{ committeeId: string }>({ by: ['committee_clerk'], at: atCommittee }),
  'round.change': row<RoundFacts>({ by: ['committee_clerk'], at: atCommittee }),
  'round.load_roll': row<RoundFacts>({ by: ['committee_clerk'], at: atCommittee }),
  'round.print_slips': row<RoundFacts>({ by: ['committee_clerk'], at: atCommittee }),
  /** 作废与补发: a single slip, after the round was sealed, with a ground. */
  'round.reissue_slip': row<RoundFacts>({ by: ['committee_clerk'], at: atCommittee }),
  /** 密钥保管人: named by the committee, each serving for himself. */
  'round.name_trustees': row<RoundFacts>({ by: ['committee_clerk'], at: atCommittee }),
  'trustee.serve': row<{ personId: string }>({
    by: [
      'supervision_member',
      'street_handler',
      'street_approver',
      'street_finance',
      'street_acceptor',
      'auditor',
      'expert',
    ],
    bars: [onlyWho('not-a-trustee-here', (s) => s.personId)],
  }),
  'round.try_key': row<RoundFacts>({
    by: ['committee_clerk', 'committee_director', 'supervision_member'],
    at: atCommittee,
  }),
  /** 封箱: after the close; from then on nobody can say whose ballot is whose. */
  'round.close_box': row<RoundFacts>({ by: ['committee_director', 'supervision_member'], at: atCommittee }),
  'round.seal': row<Written>({
    by: ['committee_director'],
    at: atCommittee,
    bars: [notWho('sod-drafter-seals', (s) => s.writtenBy)],
  }),
  /** 拆封: only before the opening; what was sealed is kept as a version of its own. */
  'round.unseal': row<RoundFacts>({ by: ['committee_director'], at: atCommittee }),
  'round.draw_lot': row<RoundFacts>({ by: ['committee_director'], at: atCommittee }),
  'round.witness': row<Written>({
    by: ['supervision_member'],
    at: atCommittee,
    bars: [notWho('sod-drafter-witnesses', (s) => s.writtenBy)],
  }),
  'round.count': row<RoundFacts>({ by: ['committee_director'], at: atCommittee }),
  'round.announce': row<RoundFacts>({ by: ['committee_director'], at: atCommittee }),
  'round.void': row<RoundFacts>({ by: ['committee_director', 'street_approver'], at: atEither }),
  /** Everything about a round but its count. */
  'round.prepare': row<RoundFacts>({
    by: ['committee_clerk', 'committee_director', 'supervision_member', 'street_handler', 'street_approver'],
    at: atEither,
  }),
  /** The count before it is announced; there is none before the round is closed and counted. */
  'round.read_count': row<RoundFacts>({
    by: ['committee_clerk', 'committee_director', 'supervision_member'],
    at: atCommittee,
  }),
  /** 代录: typing in somebody's ballot, from his own slip. */
  'ballot.assist': row<{ bodies: readonly string[] }>({ by: helpers, at: (s) => s.bodies }),
  /** Who works from door to door has no desk: what he enters is help at home, whatever it is called. */
  'ballot.serve': row<object>({ by: ['committee_clerk', 'station_clerk'] }),
  /** 投票机: unlocked for a place by whoever may help there. */
  'kiosk.unlock': row<{ bodies: readonly string[] }>({ by: helpers, at: (s) => s.bodies }),
  'kiosk.lock': row<{ bodies: readonly string[] }>({ by: helpers, at: (s) => s.bodies }),
  /** 纸质票: handed out by number, taken back, read by two, settled by a third. */
  'paper.issue': row<{ bodies: readonly string[] }>({
    by: ['committee_clerk', 'station_clerk'],
    at: (s) => s.bodies,
  }),
  'paper.return': row<{ bodies: readonly string[] }>({
    by: ['committee_clerk', 'station_clerk'],
    at: (s) => s.bodies,
  }),
  'paper.read': row<{ bodies: readonly string[] }>({ by: helpers, at: (s) => s.bodies }),
  'paper.start_over': row<{ bodies: readonly string[] }>({
    by: ['committee_director', 'supervision_member'],
    at: (s) => s.bodies,
  }),
  /** 回访: drawn and asked by the supervision committee, which put in none of these ballots. */
  'callback.draw': row<RoundFacts>({ by: ['supervision_member'], at: atCommittee }),
  'callback.record': row<RoundFacts & { helperId: string }>({
    by: ['supervision_member'],
    at: atCommittee,
    bars: [notWho('helper-calls-himself', (s) => s.helperId)],
  }),
  /** 联合评选: the open ballot of a body, signed by who speaks for it. */
  'ballot.sign': row<{ bodies: readonly string[] }>({
    by: ['committee_director', 'centre_officer', 'street_approver', 'org_signer'],
    at: (s) => s.bodies,
  }),
  /** 户内争议 at the desk; a household with its slip says so itself. */
  'claim.raise': row<object>({ by: 'anyone' }),
  'claim.settle': row<{ committeeId: string }>({ by: ['committee_director'], at: atCommittee }),
  /** The slip or the place on the roll is the authority; no seat adds to it. */
  'ballot.cast': row<object>({ by: 'anyone' }),
} as const
