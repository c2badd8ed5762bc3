import type { Role } from '#db/vocabulary.ts'
import { type Bar, notWho, row } from './terms.ts'

type Of = { committeeId: string }
type OfMeeting = Of & { writtenBy: readonly string[] }

const committee: readonly Role[] = ['committee_clerk', 'committee_director']
const at = (s: Of) => s.committeeId
const neighbour: Bar<{ communityId: string }> = {
  key: 'not-your-community',
  when: (actor, s) => actor.communityId !== null && actor.communityId !== s.communityId,
}
const ofCommittee = () => row<Of>({ by: committee, at })
const ofDirector = () => row<Of>({ by: ['committee_director'], at })
/** What follows from another act; nobody does it by hand. */
const followed = () => row<Of>({ by: [] })

/** 议事厅: topics, bodies, meetings, and what became of what they resolved. */
export const hallRows = {
  'topic.propose': row<{ communityId: string }>({ by: 'person', bars: [neighbour] }),
  'topic.support': row<{ communityId: string }>({ by: 'person', bars: [neighbour] }),
  'topic.post': ofCommittee(),
  'topic.decline': ofDirector(),
  'topic.schedule': followed(),
  'topic.release': followed(),
  'hall_body.keep': ofCommittee(),
  'meeting_rule.revise': ofDirector(),
  'meeting.draft': ofCommittee(),
  'meeting.call': ofDirector(),
  'meeting.postpone': ofDirector(),
  'meeting.cancel': ofDirector(),
  'meeting.hold': ofCommittee(),
  'meeting.fall_short': ofCommittee(),
  'meeting.ask': row<{ communityId: string }>({ by: 'person', bars: [neighbour] }),
  /** Whoever wrote any version of the minutes does not publish them. */
  'meeting.record': row<Of>({ by: ['committee_clerk'], at }),
  'meeting.resolve': row<OfMeeting>({
    by: ['committee_director'],
    at,
    bars: [notWho('sod-recorder-publishes', (s) => s.writtenBy)],
  }),
  'meeting.do_step': row<{ partyId: string }>({
    by: [...committee, 'station_clerk', 'grid_worker', 'street_handler', 'centre_officer'],
    at: (s) => s.partyId,
  }),
  'meeting.execute': followed(),
  'meeting.report': ofDirector(),
  'meeting.read': row<Of & { streetId: string }>({
    by: [...committee, 'supervision_member', 'street_handler', 'street_approver'],
    at: (s) => [s.committeeId, s.streetId],
  }),
} as const
