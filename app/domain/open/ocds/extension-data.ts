/** 参与扩展: what the standard has no place for: what residents said before and after, objections, and who judged. Totals only. */
const text = { type: ['string', 'null'] }
const moment = { type: ['string', 'null'], format: 'date-time' }
const id = { type: 'string', minLength: 1 }
const link = { type: ['string', 'null'], format: 'uri' }
const listOf = (name: string) => ({
  type: 'array',
  items: { $ref: `#/definitions/${name}` },
  uniqueItems: true,
})
const described = (title: string, description: string, rest: object) => ({ title, description, ...rest })

const surveyFields = {
  id: described('Survey number', 'The number of the survey.', id),
  title: described('Title', 'What was asked about.', text),
  respondents: described('Respondents', 'How many answered; left out below ten.', {
    type: ['integer', 'null'],
  }),
  uri: described('Report', 'The public report of the survey.', link),
}
const voteItemFields = {
  id: described('Need number', 'The number of the need that stood in the vote.', id),
  title: described('Title', 'The need.', text),
  outcome: described('Outcome', 'Whether the need was selected.', text),
}
const voteFields = {
  id: described('Round number', 'The number of the round of voting.', id),
  title: described('Title', 'The name of the round.', text),
  ballots: described('Ballots', 'How many ballots were opened; left out below ten.', {
    type: ['integer', 'null'],
  }),
  items: described(
    'Items',
    'The needs of this project that stood in the round.',
    listOf('ParticipationVoteItem'),
  ),
  uri: described('Result', 'The result, with every opened ballot for a recount.', link),
}
const ratingFields = {
  id: described('Rating', 'The number of the contract that was rated.', id),
  relatedContract: described('Related contract', 'The contract whose service was rated.', text),
  count: described('Count', 'How many verified users rated; told at every tenth.', {
    type: ['integer', 'null'],
  }),
  mean: described('Mean', 'The mean of levels one to five, to one decimal.', { type: ['number', 'null'] }),
}
const complaintFields = {
  id: described('Number', 'The number of the challenge or complaint.', id),
  type: described(
    'Type',
    'A challenge to the buyer, a complaint to the district, or an objection to a notice.',
    {
      type: ['string', 'null'],
      codelist: 'complaintType.csv',
      openCodelist: false,
    },
  ),
  date: described('Date', 'When it was submitted.', moment),
  status: described('Status', 'Where it stands, or what was decided.', {
    type: ['string', 'null'],
    codelist: 'complaintStatus.csv',
    openCodelist: false,
  }),
  relatedAward: described('Related award', 'The award it is about.', text),
  relatedComplaint: described('Related complaint', 'The challenge a complaint follows.', text),
  dateDecided: described('Date decided', 'When it was answered.', moment),
}
const panelFields = {
  id: described('Ordinal', 'The number of the member on the panel.', id),
  role: described('Role', 'Expert, buyer, centre or resident.', {
    type: ['string', 'null'],
    codelist: 'panelRole.csv',
    openCodelist: false,
  }),
  name: described('Name', 'Of experts only, once the award is public.', text),
}
const object = (title: string, properties: object, required?: string[]) => ({
  title,
  description: title,
  type: 'object',
  ...(required ? { required } : {}),
  properties,
  minProperties: 1,
})

/** The patch on the release schema (RFC 7396). */
export const extensionSchema = {
  definitions: {
    Participation: object('Participation', {
      surveys: described('Surveys', 'Surveys the needs rest on.', listOf('ParticipationSurvey')),
      votes: described('Votes', 'Rounds the needs were selected in.', listOf('ParticipationVote')),
      ratings: described('Ratings', 'What those served said of it.', listOf('ParticipationRating')),
    }),
    ParticipationSurvey: object('Survey', surveyFields, ['id']),
    ParticipationVote: object('Vote', voteFields, ['id']),
    ParticipationVoteItem: object('Vote item', voteItemFields, ['id']),
    ParticipationRating: object('Rating', ratingFields, ['id']),
    Complaint: object('Complaint', complaintFields, ['id']),
    PanelMember: object('Panel member', panelFields, ['id']),
    Tender: {
      properties: {
        minimumPeriod: described(
          'Minimum period',
          'The least time the procurement route leaves for proposing, in whole days from this publication.',
          { $ref: '#/definitions/Period' },
        ),
      },
    },
    Award: {
      properties: {
        panel: described('Panel', 'Who judged the proposals.', listOf('PanelMember')),
      },
    },
  },
  properties: {
    participation: described('Participation', 'What residents said before and after; totals only.', {
      $ref: '#/definitions/Participation',
    }),
    complaints: described(
      'Complaints',
      'Challenges and complaints: that there was one, and what came of it.',
      listOf('Complaint'),
    ),
  },
}

/** What the pagination extension lays over a package. */
export const packageLinks = {
  type: 'object',
  properties: { next: { type: 'string', format: 'uri' }, prev: { type: 'string', format: 'uri' } },
}

const csv = (...rows: Array<[code: string, title: string, description: string]>) =>
  ['Code,Title,Description', ...rows.map((row) => row.join(','))].join('\n').concat('\n')

/** Codelists of our own; one that begins with + adds to a list of the standard. */
export const extensionCodelists: Record<string, string> = {
  'complaintType.csv': csv(
    ['challenge', 'Challenge', 'Raised with the buyer (质疑)'],
    ['complaint', 'Complaint', 'Taken on to the district (投诉)'],
    ['objection', 'Objection', 'To the notice of a purchase without competition (单一来源公示异议)'],
  ),
  'complaintStatus.csv': csv(
    ['submitted', 'Submitted', 'Not looked at yet'],
    ['admitted', 'Admitted', 'Being looked into'],
    ['inadmissible', 'Inadmissible', 'Not taken up'],
    ['upheld', 'Upheld', 'Found right'],
    ['partly_upheld', 'Partly upheld', 'Found right in part'],
    ['dismissed', 'Dismissed', 'Found not right'],
    ['withdrawn', 'Withdrawn', 'Taken back'],
    ['filed', 'Filed', 'Not looked at yet'],
    ['accepted', 'Accepted', 'Being looked into'],
    ['decided', 'Decided', 'Ruled on'],
  ),
  'panelRole.csv': csv(
    ['expert', 'Expert', 'Drawn from the register (评审专家)'],
    ['buyer', 'Buyer', 'For the buyer (采购人代表)'],
    ['centre', 'Centre', 'For the service centre'],
    ['resident', 'Resident', 'For the residents'],
  ),
  '+itemClassificationScheme.csv': csv([
    'SANSHE-CATEGORY',
    'Sanshe categories',
    'The nine categories of community services of this site',
  ]),
  '+documentType.csv': csv([
    'cancellationDetails',
    'Cancellation details',
    'Why a procedure was cancelled or failed',
  ]),
}
