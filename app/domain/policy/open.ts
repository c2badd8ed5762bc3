import { row } from './terms.ts'

/** Open data, and the signals drawn from it: who sets under which name it goes out, who looks at a red flag. */
export const openRows = {
  'openData.set': row<object>({ by: ['system_admin'] }),
  /** Gives a paper its number: whoever may read that paper, which its own row decides. */
  'printout.issue': row<object>({ by: 'anyone' }),
  'flag.read': row<object>({ by: ['auditor', 'centre_auditor', 'supervision_member'] }),
  'flag.look': row<object>({ by: ['auditor', 'centre_auditor', 'supervision_member'] }),
} as const
