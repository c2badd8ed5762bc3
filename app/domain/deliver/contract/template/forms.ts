import { z } from 'zod'
import { typedDate } from '../../../typed-date.ts'

const words = z.string().trim().max(2000, 'form.deliver.too-long').default('')
const routes = z.preprocess(
  (typed) => (typed === undefined ? [] : [typed].flat()),
  z.array(z.string().max(40)).max(20),
)

/** A next version of the template: its clauses in order; a clause left empty is left out. */
export const reviseTemplateForm = z
  .object({
    clauses: z
      .array(
        z
          .object({ heading: words.pipe(z.string().max(40, 'form.deliver.too-long')), words, routes })
          .strict(),
      )
      .max(40, 'form.deliver.too-long')
      .transform((all) => all.filter(({ heading, words: said }) => heading || said))
      .refine((all) => all.length > 0 && all.every(({ heading, words: said }) => heading && said), {
        error: 'form.contract-template.clause',
      }),
    basis: z
      .string({ error: 'form.contract-template.basis' })
      .trim()
      .min(4, 'form.contract-template.basis')
      .max(200, 'form.deliver.too-long'),
    from: typedDate('form.date'),
    ground: z
      .string({ error: 'form.contract-template.ground' })
      .trim()
      .min(5, 'form.contract-template.ground')
      .max(500, 'form.deliver.too-long'),
  })
  .strict()
export type ReviseTemplate = z.output<typeof reviseTemplateForm>
