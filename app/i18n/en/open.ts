import type { Chapter } from '../chapter.ts'
import type { open as zh } from '../zh-CN/open.ts'

export const open = {
  'home.doors': 'Do something',
  'home.door.need.mark': '+',
  'home.door.need': 'Ask for something',
  'home.door.need.say': 'What is missing or broken? Tell your committee.',
  'home.door.vote.mark': '✓',
  'home.door.vote': 'Vote',
  'home.door.vote.none': 'No vote is open now. See past votes and their results.',
  'home.door.track.mark': '?',
  'home.door.track': 'Track a matter',
  'home.door.track.say': 'Reference number and last four digits of your telephone; no sign-in.',
  'home.elsewhere': 'Not your community? Change it',
  'home.open': 'Open near you',
  'home.open.none':
    'No survey, vote or notice is waiting for you now. You can ask for something at any time.',
  'home.counting': 'Days left are counted from today; today counts as one.',
  'home.trips': 'On the road in {{place}}',
  'home.trips.none': 'No project is on the road yet. What residents ask for and choose will be listed here.',
  'home.trips.all': 'See all projects',
  'home.about': 'What this is',
  'home.about.1':
    'Residents ask; the committee answers within five working days, with its reasons when it says no.',
  'home.about.2': 'Money is limited: residents vote on what comes first, and every count and rule is public.',
  'home.about.3':
    'What is chosen, the government buys: social organisations do the work, social workers lead it.',
  'home.about.4': 'Every payment can be followed to whom it went, why, and its voucher.',
  'home.about.5':
    'Those who were served rate it; two points or fewer must be put right and answered in public.',
} as const satisfies Chapter<typeof zh>
