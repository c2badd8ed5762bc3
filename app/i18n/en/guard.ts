import type { guard as zh } from '../zh-CN/guard.ts'

export const guard = {
  'guard.title': 'This step did not go through',
  'guard.home': 'Go to the front page',
  'guard.reference': 'If you report this, quote: {{id}}',
  'guard.headers': 'The request carried too much. Clear this site’s browsing data and try again.',
  'guard.host': 'This address is not ours. Please use the published address.',
  'guard.method': 'This kind of access is not supported.',
  'guard.url': 'The address is too long. Please start again from the front page.',
  'guard.path': 'The address is not well formed. Please start again from the front page.',
  'guard.hidden': 'There is no such page.',
  'guard.origin': 'This was not sent from one of our pages, so we stopped it. Go back and submit it again.',
  'guard.type': 'It was sent in a form we do not accept. Go back and submit it again.',
  'guard.unsized': 'It came without its size, so we stopped it. Go back and submit it again.',
  'guard.large': 'It is too large. Use fewer attachments or less text and submit again.',
  'guard.fields': 'It has too many fields, or wrongly named ones. Go back and submit it again.',
  'guard.busy': 'Too many uploads at the moment. Try again in a minute; what you filled in was not saved.',
  'guard.rate': 'Too many submissions. Please try again in a minute.',
  'guard.broken': 'Something went wrong on our side. Check whether it was done before you try again.',
} as const satisfies Record<keyof typeof zh, string>
