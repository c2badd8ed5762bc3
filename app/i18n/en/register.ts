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
} as const satisfies Record<keyof typeof zh, string>
