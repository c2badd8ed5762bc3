import type { jointLog as zh } from '../zh-CN/joint-log.ts'

/** The joint log, and the committee's word on a change of social worker. */
export const jointLog = {
  'joint-log.title': 'Joint log',
  'joint-log.lead':
    'The community, the organisation and the social worker each write once a month: what was done with the other two, and who gave what. What is written stays.',
  'joint-log.side.community': 'Community',
  'joint-log.side.organisation': 'Organisation',
  'joint-log.side.social_worker': 'Social worker',
  'joint-log.write': 'Write for this side: {{side}}',
  'joint-log.month': 'Month',
  'joint-log.words': 'What was done with the other two',
  'joint-log.words.hint':
    'For example: the grid worker and the social worker called at Building 1 together. No names of people served, nothing about them.',
  'joint-log.submit': 'Send the entry',
  'joint-log.all-written': 'Your side has written for this month and the last.',
  'joint-log.months': 'Which side wrote in which month',
  'joint-log.not-written': 'Not written',
  'joint-log.not-begun':
    'Each side writes once a month once the contract is published and the work has begun.',
  'joint-log.entries': 'What was written',
  'joint-log.none': 'Nobody has written yet.',
  'joint-log.entry': '{{month}} · {{side}}',
  'joint-log.silent':
    '{{sides}}: no joint log for {{n}} days or more. Sides that work apart leave residents with two services in place of one.',
  'joint-log.link': 'Joint log: each side writes once a month',
  'form.joint-log.month': 'Please choose this month or the last.',
  'form.joint-log.words': 'Please write what was done together, in at least 10 characters.',
  'refusal.joint-log-month-closed': 'Only this month and the last may be written.',
  'refusal.joint-log-written': 'This side has written for that month; what is written stays.',
  'desk.joint-log.write': "Write this month's joint log (warned of after {{n}} days)",
  'desk.joint-log.silent': 'A side has written no joint log for {{n}} days or more',
  'trail.joint_log.write': 'A joint log was written',
  'change.rationale': 'Ground of the change',
  'change.rationale.supplement': 'More of the same service (Government Procurement Law, art. 49)',
  'change.rationale.demand': 'Those served, or what they need, have changed',
  'change.rationale.policy': 'Policy or budget has changed',
  'change.rationale.staff': 'People of the service have changed',
  'change.rationale.force_majeure': 'Force majeure',
  'change.rationale.public_interest': 'Going on would harm the public interest (art. 50)',
  'change.rationale.slip': 'A slip of words or figures is put right',
  'form.change.rationale': 'Please choose the ground of the change.',
  'refusal.change-more-is-supplement':
    'A higher price is only for more of the same service (Government Procurement Law, art. 49): choose that ground.',
  'change.waits-committee':
    'Another social worker: the committee on the card acknowledges it, then the buyer decides.',
  'change.acknowledge.title': 'Acknowledged by the committee',
  'change.acknowledge.says':
    'The committee has been told who the new social worker is, from when, and how residents are handed over.',
  'change.acknowledge.submit': 'Acknowledge',
  'change.acknowledged': 'Acknowledged by the committee',
  'desk.change.acknowledge': 'Acknowledge a change of social worker',
  'desk.change.wait-committee': 'Waiting for the committee to acknowledge a change of social worker',
  'notice.change-to-acknowledge': '“{{title}}” would change its social worker; please acknowledge it first.',
  'refusal.change-needs-acknowledgement':
    'The committee on the card acknowledges a change of social worker first.',
  'refusal.change-names-no-worker': 'This change names no other social worker.',
  'refusal.change-acknowledged': 'The committee has acknowledged it already.',
} as const satisfies Record<keyof typeof zh, string>
