import { useLoaderData } from '@remix-run/react'
import { TenderFields, typedMoment } from '#app/components/buy/tender-fields.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { editTender } from '#domain/buy/tender/edit-tender.ts'
import { tenderForm } from '#domain/buy/tender/forms.ts'
import { paymentChoices } from '#domain/buy/tender/payment-templates.ts'
import { tenderDesk } from '#domain/buy/tender/tender-desk.ts'
import { authorize } from '#domain/policy/index.ts'

export const handle = titled('tender.edit')
export const loader = pageLoader(async (ctx, { tenderId }) => {
  const page = await tenderDesk(ctx, tenderId!)
  authorize(ctx.actor, 'tender.edit', page.tender)
  return page
})
export const action = formAction({
  form: tenderForm,
  run: (ctx, input, { tenderId }) => editTender(ctx, { ...input, tenderId: tenderId! }),
  goTo: ({ id }) => `/desk/tenders/${id}`,
})

export default function EditTender() {
  const t = useT()
  const { tender, earliest } = useLoaderData<typeof loader>()
  const { deadline, questionsClose } = tender
  const { respondents = null, finding = '' } = tender.marketSurvey ?? {}
  const survey = { respondents, finding, acceptancePlan: tender.acceptancePlan ?? '' }
  const filled = {
    ...tender,
    ...survey,
    deadline: typedMoment(deadline),
    questionsClose: typedMoment(questionsClose),
  }
  return (
    <Page narrow back={{ to: `/desk/tenders/${tender.id}`, label: tender.title }} title={t('tender.edit')}>
      <Form submit={t('tender.save')}>
        <TenderFields
          filled={filled}
          earliest={earliest}
          most={tender.plan.amount}
          payments={paymentChoices}
        />
      </Form>
    </Page>
  )
}
