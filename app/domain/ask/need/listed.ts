import type { NeedState } from './find-need.ts'

/** The states in which a need stands in the public list. */
export const listed: NeedState[] = [
  'published',
  'accepted',
  'redirected',
  'refused',
  'shortlisted',
  'selected',
  'not_selected',
  'in_purchase',
  'delivered',
]
