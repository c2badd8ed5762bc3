import { row } from './terms.ts'

/** Open data, and the signals drawn from it: who sets under which name it goes out, who looks at a red flag. */
export const openRows = {
  'openData.set': row<object>({ by: ['system_admin'] }),
  'flag.read': row<object>({ by: ['auditor', 'centre_auditor', 'supervision_member'] }),
  'flag.look': row<object>({ by: ['auditor', 'centre_auditor', 'supervision_member'] }),
} as const
