import { useLoaderData } from '@remix-run/react'
import { PartSaved } from '#app/components/bid/part-saved.tsx'
import { ProposalPage } from '#app/components/bid/proposal-page.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { indicatorsForm } from '#domain/buy/proposal/forms.ts'
import { readOwn } from '#domain/buy/proposal/read-own.ts'
import { promiseIndicators } from '#domain/buy/proposal/write-sections.ts'

export const handle = titled('bid.section.indicators')
export const loader = pageLoader((ctx, { tenderId }) => readOwn(ctx, tenderId!))
export const action = formAction({
  form: indicatorsForm,
  run: (ctx, input, { tenderId }) => promiseIndicators(ctx, { ...input, tenderId: tenderId! }),
  goTo: ({ id }) => `/tenders/${id}/proposal`,
})

export default function Indicators() {
  const t = useT()
  const own = useLoaderData<typeof loader>()
  const given = (code: string) => own.body.indicators?.find((i) => i.code === code)?.promised
  return (
    <ProposalPage own={own} title={t('bid.section.indicators')} lead={t('bid.indicators.lead')}>
      <PartSaved own={own} part="indicators" />
      <Form
        submit={t('bid.save')}
        hidden={{
          seen: own.stamps.indicators ?? '',
          ...Object.fromEntries(own.call.indicators.map((i, at) => [`promised[${at}].code`, i.code])),
        }}
      >
        {own.call.indicators.map((i, at) => (
          <Field
            key={i.code}
            name={`promised[${at}].value`}
            kind="number"
            label={i.name}
            hint={t('bid.indicators.asked', { target: i.target, unit: i.unit })}
            fallback={given(i.code) ?? i.target}
          />
        ))}
      </Form>
    </ProposalPage>
  )
}
