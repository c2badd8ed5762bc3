import type { register as zh } from '../zh-CN/register.ts'

/** Put right what is registered; a key lost and made anew; posts that a message alone does not open. */
export const register = {
  'renew.title': 'A lost key made anew',
  'renew.lead':
    '{{name}} ({{role}}) lost his telephone, changed his authenticator or forgot his password: make him a new key here.',
  'renew.ends':
    'His password and one-time digits end at once, and every sign-in he has open. Hand him the new enrolment word in person; he signs in by telephone and sets a new key with it.',
  'renew.ground.hint': 'Why, and how you made sure that it is he. It is journalled, and he is told.',
  'renew.submit': 'End the old key, make an enrolment word',
  'notice.key-renewed':
    'Your work account was made anew: the old password and digits are void. If you did not ask for it, tell who grants seats at once.',
  'refusal.key-of-another-body': 'This person also has a seat elsewhere: ask the administrator.',
  'posts.closed':
    'You hold posts: {{posts}}. They open with account, password and one-time digits; a code by telephone opens only your own matters.',
  'posts.sign-in': 'Sign in with the work account',
  'posts.first-key': 'No work account yet: set it with the enrolment word',
  'residents.title': 'Residents',
  'residents.lead':
    'Care at home and orders by age need the age band and the community first. Enter them face to face; only the band is kept, no birthday and no identity number.',
  'residents.n': 'Registered in this community',
  'residents.aged': 'With an age band',
  'residents.old': 'Aged 60 and over',
  'residents.people': '{{n}} people',
  'residents.one': 'Register one resident',
  'residents.one.do': 'Register',
  'residents.name': 'Surname and title are enough. Who has a name already keeps it.',
  'residents.roll': 'Register many at once',
  'residents.roll.do': 'Register these',
  'residents.rows': 'One a line',
  'residents.rows.hint':
    'Mobile number, name, age in years, name of the grid (may be left out). Cells may be copied from Excel, at most 500 lines; if one line is wrong, none is registered.',
  'desk.door.residents': 'Residents',
  'form.roll.line':
    'Some lines cannot be read: each needs an 11-digit mobile number, a name, an age in years',
  'form.roll.most': 'At most 500 lines at a time',
  'notice.resident-noted':
    'Your community noted where you live and your age band; you see both under your data.',
  'refusal.resident-elsewhere':
    'The person whose number ends in {{tail}} is registered in another community. If he moved, ask the administrator.',
  'refusal.roll-grid': 'Line {{line}}: this community has no grid named “{{grid}}”.',
  'register.correct': 'Put right what is registered',
  'register.correct.aside': 'Every correction is journalled',
  'register.correct.person': 'Correct a person',
  'register.correct.place': 'Correct a place',
  'register.correct.body': 'Correct a body',
  'register.correct.lead':
    'It holds at once. A field you empty is emptied; papers already published stay as they are.',
  'register.places': 'Places registered ({{n}})',
  'register.bodies': 'Bodies registered ({{n}})',
  'register.save': 'Save the correction',
  'register.phone-now': 'The number registered now',
  'register.phone-new': 'New number',
  'register.phone-new.hint':
    'Every sign-in with the old number ends; posts that need a second person are confirmed anew before they count.',
  'register.name-en': 'Name in English',
  'register.community-kind': 'Residents’ or villagers’ committee',
  'register.population': 'Population',
  'register.population.hint': 'Money a head and the map of gaps need it; without it they are left out.',
  'register.adults': 'Residents of eighteen and over',
  'register.adults.hint': 'Quorums of meetings and votes are counted by it.',
  'register.where': 'Where it is',
  'register.where.hint':
    'Needed for offices, centres, committees, stations and grids: needs and ballots find them by it.',
  'form.person-facts': 'Give a new number, a name or a community',
  'notice.person-corrected':
    'The administrator corrected your registered number, name or community. If you did not ask for it, tell him at once.',
  'refusal.body-place-district': 'A body of this kind needs its district.',
  'refusal.body-place-street': 'A body of this kind needs its street.',
  'refusal.body-place-community': 'A body of this kind needs its community.',
  'refusal.body-place-grid': 'A body of this kind needs its grid.',
  'refusal.body-needs-street': 'A body of this kind needs the street office it answers to.',
} as const satisfies Record<keyof typeof zh, string>
