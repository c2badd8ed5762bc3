import type { Chapter } from '../chapter.ts'
import type { delegation as zh } from '../zh-CN/delegation.ts'

/** Approval delegated to a committee. */
export const delegation = {
  'delegation.title': 'Approval delegated to committees',
  'delegation.lead':
    'A street may let the director of a residents’ or villagers’ committee sign last the small purchase plans on one budget line. What is outside the delegation, or over the year’s sum, the street approves itself. Contracts and payments always stay the street’s.',
  'delegation.none': 'Nothing has been delegated. Without a delegation the street approves everything.',
  'delegation.desk.lead':
    'To whom, on which line, how much for one purchase and for the year, which kinds, until when: each is written as a version. A new version takes the place of the old one on the day it begins, and can be withdrawn at any time. Once a delegation ends, is replaced or is withdrawn, the street signs the plans that still wait for the director. You and the supervision committee are told of every plan a director approves.',
  'delegation.grant': 'Delegate',
  'delegation.grant.do': 'Delegate',
  'delegation.limit': 'The district’s limit for one purchase is {{limit}}.',
  'delegation.committee': 'To which committee',
  'delegation.line': 'From which budget line',
  'delegation.line.hint': 'only plans paid from this line are approved by the director',
  'delegation.per-purchase': 'One purchase at most',
  'delegation.per-year': 'All of the line’s year at most',
  'delegation.categories': 'Which kinds',
  'delegation.from': 'From',
  'delegation.to': 'Until',
  'delegation.source': 'Source (name and number of the paper)',
  'delegation.source.hint':
    'such as the minutes of a meeting of the street; nobody here has read the paper, so it is marked as to be checked',
  'delegation.of': '{{committee}}, version {{version}}',
  'delegation.term': 'Term',
  'delegation.term.of': '{{from}} to {{to}}',
  'delegation.bounds': 'Bounds',
  'delegation.bounds.of': '{{each}} for one purchase, {{year}} for the year',
  'delegation.used': 'Used',
  'delegation.used.of': {
    one: '{{used}}, {{n}} plan; {{left}} left',
    other: '{{used}}, {{n}} plans; {{left}} left',
  },
  'delegation.state.stands': 'In force',
  'delegation.state.waits': 'Not yet in force',
  'delegation.state.over': 'Over',
  'delegation.state.withdrawn': 'Withdrawn',
  'delegation.withdrawn.of': 'withdrawn on {{day}}: {{ground}}',
  'delegation.mark.M': 'to be checked',
  'delegation.signed': 'Plans the director approved',
  'delegation.signed.none': 'None yet.',
  'delegation.withdraw': 'Withdraw',
  'delegation.withdraw.ground': 'Why it is withdrawn',
  'delegation.withdraw.say':
    'Every version for this community that has not ended is withdrawn with it. Plans that wait for the director then go to the street; what he has approved stays approved.',
  'delegation.to-desk': 'Delegate and withdraw',
  'delegation.public': 'See what is delegated',
  'delegation.level.title': 'Who approves this plan',
  'delegation.level.delegate':
    'The director of {{committee}} approves in the street’s stead: it lies within what the street delegated ({{each}} for one purchase, {{left}} left this year; {{source}}). Neither who drafted this plan nor who wrote its needs may approve it.',
  'delegation.level.street': 'The street approves: {{why}}',
  'delegation.level.district':
    'The street signs, then the district approves: it is above the street’s limit of {{limit}} ({{source}}).',
  'delegation.why.none': 'nothing is delegated to the committee of this community.',
  'delegation.why.several': 'it serves more than one community, and a delegation is for the matters of one.',
  'delegation.why.line': 'it is not paid from the line that was delegated.',
  'delegation.why.category': 'this kind was not delegated.',
  'delegation.why.direct': 'buying from a single source is never delegated.',
  'delegation.why.purchase': 'it is above the limit for one purchase.',
  'delegation.why.year': 'too little is left of the sum for the year.',
  'form.delegation.categories': 'Choose at least one kind',
  'form.delegation.dates': 'Write dates as year-month-day',
  'form.delegation.source': 'Write the source, at least 6 characters',
  'form.delegation.ground': 'Say why it is withdrawn, at least 4 characters',
  'refusal.delegation-missing': 'There is no such delegation.',
  'refusal.delegation-committee-elsewhere': 'That is not a committee of this street.',
  'refusal.delegation-over-limit': 'One purchase is above the district’s limit of {{limit}} yuan.',
  'refusal.delegation-year-under-one': 'The sum for the year cannot be less than that for one purchase.',
  'refusal.delegation-dates': 'It begins today at the earliest, and ends no earlier than it begins.',
  'refusal.delegation-already-withdrawn': 'It was withdrawn already.',
  'refusal.sod-need-writer-approves':
    'Whoever wrote or edited a need cannot approve the plan that buys for it. The street withdraws the delegation, or another director signs.',
  'notice.delegation-granted': 'The street delegated the approval of small purchase plans to the committee.',
  'notice.delegation-replaced':
    'From {{from}} on the street delegates the approval of small purchase plans to another committee.',
  'notice.delegation-withdrawn': 'The street withdrew the approval it had delegated to the committee.',
  'notice.plan-approved-by-delegate':
    'The committee’s director approved the plan “{{plan}}” in the street’s stead.',
  'plan.step.delegate': 'Committee director, in the street’s stead (delegated)',
  'plan.post.delegate':
    'answers in the street’s stead for the route and the approval, within the bounds delegated',
  'trail.plan.approve-delegated':
    'Plan {{no}} approved by the committee’s director in the street’s stead (delegated), money reserved on “{{line}}”',
} as const satisfies Chapter<typeof zh>
