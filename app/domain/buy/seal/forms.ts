import { z } from 'zod'
import { envelopes, sealModes } from '#db/vocabulary.ts'

export { confirmTrusteeForm as confirmKeeperForm, twoKeysForm } from '../../ask/vote/trustees/forms.ts'

import { shareForm as passphraseForm } from '../../ask/vote/trustees/forms.ts'

const person = z.string({ error: 'form.trustee.person' }).min(1, 'form.trustee.person').max(64)
const words = z
  .string({ error: 'form.trustee.passphrase' })
  .min(1, 'form.trustee.passphrase')
  .max(200, 'form.trustee.passphrase')

/** 指定密钥保管人: three people of three bodies. */
export const nameKeepersForm = z.object({ buyer: person, oversight: person, outside: person }).strict()
export type NamedKeepers = z.output<typeof nameKeepersForm>

/** 封存方式 */
export const sealModeForm = z.object({ sealMode: z.enum(sealModes, { error: 'form.seal.mode' }) }).strict()

/** A keeper's own words: his passphrase, or what is printed on his sheet. */
export const ownWordsForm = passphraseForm

/** 复核: which envelope, and two keepers side by side. */
export const recheckForm = z
  .object({
    envelope: z.enum(envelopes, { error: 'form.seal.hash' }),
    first: person,
    firstWords: words,
    second: person,
    secondWords: words,
  })
  .refine((f) => f.first !== f.second, { path: ['second'], message: 'form.trustee.two' })

export const lostForm = z.object({ sure: z.literal('yes', { error: 'form.seal.lost' }) })
export const signRecordForm = z.object({
  hash: z.string({ error: 'form.seal.hash' }).regex(/^[0-9a-f]{64}$/, 'form.seal.hash'),
})
