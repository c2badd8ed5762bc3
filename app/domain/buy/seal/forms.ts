import { z } from 'zod'
import { sealModes } from '#db/vocabulary.ts'

export { confirmTrusteeForm as confirmKeeperForm, twoKeysForm } from '../../ask/vote/trustees/forms.ts'

import { shareForm as passphraseForm } from '../../ask/vote/trustees/forms.ts'

const person = z.string({ error: 'form.trustee.person' }).min(1, 'form.trustee.person').max(64)

/** 指定密钥保管人: three people of three bodies. */
export const nameKeepersForm = z.object({ buyer: person, oversight: person, outside: person }).strict()
export type NamedKeepers = z.output<typeof nameKeepersForm>

/** 封存方式 */
export const sealModeForm = z.object({ sealMode: z.enum(sealModes, { error: 'form.seal.mode' }) }).strict()

/** A keeper's own words: his passphrase, or what is printed on his sheet. */
export const ownWordsForm = passphraseForm

export const lostForm = z.object({ sure: z.literal('yes', { error: 'form.seal.lost' }) })
export const signRecordForm = z.object({
  hash: z.string({ error: 'form.seal.hash' }).regex(/^[0-9a-f]{64}$/, 'form.seal.hash'),
})
