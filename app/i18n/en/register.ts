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
} as const satisfies Record<keyof typeof zh, string>
