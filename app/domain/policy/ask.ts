import type { Role } from '#db/vocabulary.ts'
import { answersFor } from '../ask/suggestion/answers-for.ts'
import { type Bar, notSeatedAt, notWho, row } from './terms.ts'

const committee: readonly Role[] = ['committee_clerk', 'committee_director']
const buyers: readonly Role[] = ['street_handler', 'street_approver', 'district_handler', 'district_approver']
type Of = { committeeId: string }
type Asked = { handlerPartyId: string; handlerRole: string; communityId: string }
type NeedOf = Of & { streetId: string; communityId: string; draftedBy: string; publishedBy: string | null }

/** The seat must be of the kind that this ask waits for, not merely at the same body. */
const turnOfAnother: Bar<Asked> = {
  key: 'waits-for-another',
  when: (actor, s) => !actor.seat || !answersFor(s.handlerRole).includes(actor.seat.role),
}
const neighbour: Bar<{ communityId: string }> = {
  key: 'not-your-community',
  when: (actor, s) => actor.communityId !== null && actor.communityId !== s.communityId,
}
const answering = () =>
  row<Asked>({
    by: ['committee_clerk', 'committee_director', 'station_clerk', 'grid_worker', 'street_handler'],
    at: (s) => s.handlerPartyId,
    bars: [turnOfAnother],
  })
const adopting = () => row<Asked>({ by: committee, at: (s) => s.handlerPartyId, bars: [turnOfAnother] })
/** 信访 is the street's. */
const petitioning = () =>
  row<Asked>({ by: ['street_handler'], at: (s) => s.handlerPartyId, bars: [turnOfAnother] })
const drafting = () => row<Of>({ by: committee, at: (s) => s.committeeId })
/** 提出与审批分离: nobody who drafted, edited or posted a need, or sits at the committee that did, decides it. */
const deciding = () =>
  row<NeedOf & { writtenBy: readonly string[] }>({
    by: ['street_approver'],
    at: (s) => s.streetId,
    bars: [
      notWho('sod-poster-approves', (s) => [...s.writtenBy, s.publishedBy]),
      notSeatedAt('sod-poster-approves', (s) => s.committeeId),
    ],
  })
/** What a round, a plan or a contract brings about; nobody does it by hand. */
const followed = () => row<NeedOf>({ by: [] })

/** Asking: surveys, residents' suggestions, needs. */
export const askRows = {
  'survey.draft': row<Of>({ by: ['committee_clerk'], at: (s) => s.committeeId }),
  'survey.publish': row<Of>({ by: ['committee_clerk'], at: (s) => s.committeeId }),
  'survey.enter': row<Of & { stationId: string | null }>({
    by: ['committee_clerk', 'station_clerk'],
    at: (s) => [s.committeeId, s.stationId],
  }),
  'survey.close': row<Of>({ by: ['committee_clerk'], at: (s) => s.committeeId }),
  'survey.report': row<Of>({ by: ['committee_clerk'], at: (s) => s.committeeId }),
  'survey.read': row<Of & { stationId: string | null }>({
    by: ['committee_clerk', 'committee_director', 'supervision_member', 'station_clerk'],
    at: (s) => [s.committeeId, s.stationId],
  }),
  'survey.print': row<Of>({ by: ['committee_clerk'], at: (s) => s.committeeId }),
  'survey.settle': row<Of>({ by: ['committee_clerk'], at: (s) => s.committeeId }),
  'survey.words': row<Of>({ by: ['committee_clerk'], at: (s) => s.committeeId }),
  'survey.export': row<Of>({ by: ['committee_clerk'], at: (s) => s.committeeId }),
  'surveyTemplate.make': row<Of>({ by: ['committee_clerk'], at: (s) => s.committeeId }),
  'surveyTemplate.edit': row<Of>({ by: ['committee_clerk'], at: (s) => s.committeeId }),
  'surveyTemplate.read': row<Of>({ by: ['committee_clerk', 'committee_director'], at: (s) => s.committeeId }),
  'survey.answer': row<object>({ by: 'anyone' }),

  'suggestion.submit': row<object>({ by: 'anyone' }),
  'suggestion.support': row<{ communityId: string }>({ by: 'person', bars: [neighbour] }),
  'suggestion.read': answering(),
  'suggestion.adopt': adopting(),
  'suggestion.merge': adopting(),
  'suggestion.answer': answering(),
  'suggestion.refer': answering(),
  'suggestion.return': row<Asked>({
    by: ['committee_clerk', 'committee_director', 'station_clerk', 'grid_worker'],
    at: (s) => s.handlerPartyId,
    bars: [turnOfAnother],
  }),
  'petition.refer': answering(),
  'petition.accept': petitioning(),
  'petition.decline': petitioning(),
  'petition.send_back': petitioning(),
  'petition.extend': petitioning(),
  'petition.finish': petitioning(),
  'suggestion.heat': row<Of>({ by: committee, at: (s) => s.committeeId }),

  'burden.enter': row<Of>({ by: ['committee_clerk'], at: (s) => s.committeeId }),
  'burden.strike': row<Of>({ by: ['committee_clerk'], at: (s) => s.committeeId }),

  'need.draft': drafting(),
  'need.edit': drafting(),
  'need.read': row<Of & { streetId: string }>({
    by: ['committee_clerk', 'committee_director', 'supervision_member', 'street_handler', 'street_approver'],
    at: (s) => [s.committeeId, s.streetId],
  }),
  /** Needs as a desk keeps them: a committee's own, and those that an office decides. */
  'need.list': row<object>({ by: [...committee, 'supervision_member', ...buyers] }),
  /** Needs taken up and not yet bought: what an office may plan for. */
  'need.list_ready': row<object>({ by: buyers }),
  'need.support': row<{ communityId: string }>({ by: 'person', bars: [neighbour] }),
  'need.publish': row<Of>({ by: ['committee_director'], at: (s) => s.committeeId }),
  'need.merge': row<Of>({ by: ['committee_director'], at: (s) => s.committeeId }),
  'need.split': row<Of>({ by: ['committee_director'], at: (s) => s.committeeId }),
  'need.withdraw': row<Of>({ by: ['committee_director'], at: (s) => s.committeeId }),
  'need.accept': deciding(),
  'need.return': deciding(),
  'need.redirect': deciding(),
  'need.refuse': deciding(),
  'need.shortlist': followed(),
  'need.select': followed(),
  'need.pass_over': followed(),
  'need.unlist': followed(),
  'need.purchase': followed(),
  'need.deliver': followed(),
  'need.resume': followed(),
} as const
