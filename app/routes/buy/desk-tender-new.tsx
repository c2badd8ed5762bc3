import { useLoaderData } from '@remix-run/react'
import { TenderFields } from '#app/components/buy/tender-fields.tsx'
import { Note } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { usualAcceptance } from '#domain/buy/tender/acceptance-plans-data.ts'
import { draftTender } from '#domain/buy/tender/draft-tender.ts'
import { tenderForm } from '#domain/buy/tender/forms.ts'
import { paymentChoices, usualPayment } from '#domain/buy/tender/payment-templates.ts'
import { usualQualification } from '#domain/buy/tender/score-templates-data.ts'
import { newTenderPage } from '#domain/buy/tender/tender-desk.ts'

export const handle = titled('tender.new')
const planIn = (url: string | URL) => new URL(url).searchParams.get('plan') ?? ''
export const loader = pageLoader(async (ctx, _params, url) => ({
  ...(await newTenderPage(ctx, planIn(url))),
  qualification: [...usualQualification],
}))
export const action = formAction({
  form: tenderForm,
  run: (ctx, input, _params, request) => draftTender(ctx, { ...input, planId: planIn(request.url) }),
  goTo: ({ id }) => `/desk/tenders/${id}`,
})

export default function NewTender() {
  const t = useT()
  const { plan, earliest, before, qualification } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/plans/${plan.id}`, label: plan.title }}
      title={t('tender.new')}
      lead={t('tender.new.lead')}
    >
      {before ? <Note kind="wait">{t('retender.hint')}</Note> : null}
      <Form submit={t('tender.save')}>
        <TenderFields
          earliest={earliest}
          most={plan.amount}
          payments={paymentChoices}
          filled={{
            title: plan.title,
            requirement: plan.quantity,
            qualification,
            indicators: [],
            ceiling: plan.amount,
            paymentTemplate: usualPayment(plan.method.code),
            deadline: `${earliest}T17:00`,
            questionsClose: '',
            acceptancePlan: usualAcceptance(plan.method.code),
            publicInterest: false,
            respondents: null,
            finding: '',
            ...before,
          }}
        />
      </Form>
    </Page>
  )
}
