import { useLoaderData } from '@remix-run/react'
import { PartSaved } from '#app/components/bid/part-saved.tsx'
import { ProposalPage } from '#app/components/bid/proposal-page.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { partForm } from '#domain/buy/proposal/forms.ts'
import { readOwn } from '#domain/buy/proposal/read-own.ts'
import { writePart } from '#domain/buy/proposal/write-sections.ts'
import { Refusal } from '#domain/refusal.ts'

export const handle = titled('bid.section.plan')
export const loader = pageLoader(async (ctx, { tenderId, code }) => {
  const own = await readOwn(ctx, tenderId!)
  const parts = own.call.criteria.filter((c) => c.kind !== 'formula')
  const at = parts.findIndex((c) => c.code === code)
  if (at < 0) throw new Refusal('missing', 'criterion-missing')
  return { ...own, part: parts[at]!, at: at + 1, of: parts.length }
})
export const action = formAction({
  form: partForm,
  run: (ctx, input, { tenderId, code }) => writePart(ctx, { ...input, tenderId: tenderId!, code: code! }),
  goTo: ({ id }) => `/tenders/${id}/proposal`,
})

export default function Part() {
  const t = useT()
  const own = useLoaderData<typeof loader>()
  const { part, at, of } = own
  const offered = own.offer.plan[part.code]
  return (
    <ProposalPage own={own} title={part.name} lead={t('bid.part.lead', { at, of, max: part.max })}>
      <p className="quiet">{part.guidance}</p>
      <PartSaved own={own} part={`plan.${part.code}`} brought={Boolean(offered)} />
      <Form submit={t('bid.save')} hidden={{ seen: own.stamps[`plan.${part.code}`] ?? '' }}>
        <Field
          name="words"
          kind="long"
          rows={14}
          label={t('bid.part.words')}
          hint={t('bid.part.hint')}
          note={t('bid.part.limit')}
          fallback={own.body.plan[part.code] ?? offered}
        />
      </Form>
    </ProposalPage>
  )
}
