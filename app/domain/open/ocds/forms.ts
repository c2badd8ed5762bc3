import { z } from 'zod'

/** What an administrator sets of the open data: the prefix by which its numbers are known all over the world. */
export const profileForm = z
  .object({
    prefix: z
      .string({ error: 'form.ocds.prefix' })
      .trim()
      .regex(/^ocds-[a-z0-9]{6}$/, 'form.ocds.prefix'),
    registered: z
      .literal('on')
      .optional()
      .transform((on) => on === 'on'),
    publisher: z.string({ error: 'form.ocds.publisher' }).trim().min(2, 'form.ocds.publisher').max(80),
    origin: z
      .string({ error: 'form.ocds.origin' })
      .trim()
      .max(200, 'form.ocds.origin')
      .regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?\/?$/, 'form.ocds.origin')
      .transform((url) => url.replace(/\/$/, '')),
  })
  .strict()
  .refine(({ prefix, registered }) => !registered || prefix !== 'ocds-xxxxxx', {
    path: ['prefix'],
    message: 'form.ocds.not-ours',
  })
  .transform((given) => ({ ...given, license: 'https://creativecommons.org/licenses/by/4.0/' }))
export type SetProfile = z.output<typeof profileForm>
