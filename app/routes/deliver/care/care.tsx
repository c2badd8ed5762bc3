import { useLoaderData } from '@remix-run/react'
import { Card, Note } from '#app/components/card.tsx'
import { CareActs } from '#app/components/care/care-acts.tsx'
import { useCareFacts } from '#app/components/care/care-facts.tsx'
import { CareMonths } from '#app/components/care/months.tsx'
import { VisitList } from '#app/components/care/visit-list.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Countdown } from '#app/components/countdown.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { carePage } from '#domain/deliver/care/care-page.ts'
import { endCare, grantCare, refuseCare, renewHouseCode } from '#domain/deliver/care/decide-care.ts'
import { careReasonForm, emptyForm, grantForm } from '#domain/deliver/care/forms.ts'

export const handle = titled<{ person: { name: string } }>((t, { person }) =>
  t('care.card', { name: person.name }),
)
export const loader = pageLoader((ctx, { careId }) => carePage(ctx, careId!))
const goTo = ({ id }: { id: string }) => `/care/${id}`
const reasoned = (act: typeof refuseCare) =>
  oneForm({ form: careReasonForm, run: (ctx, input, p) => act(ctx, { ...input, careId: p.careId! }), goTo })
export const action = formActions({
  grant: oneForm({
    form: grantForm,
    run: (ctx, input, p) => grantCare(ctx, { ...input, careId: p.careId! }),
    goTo,
  }),
  refuse: reasoned(refuseCare),
  end: reasoned(endCare),
  code: oneForm({ form: emptyForm, run: (ctx, _, p) => renewHouseCode(ctx, { careId: p.careId! }), goTo }),
})

const kinds = { applied: 'wait', assessed: 'wait', granted: 'live', refused: 'late', ended: 'plain' } as const

export default function Care() {
  const t = useT()
  const shown = useLoaderData<typeof loader>()
  const facts = useCareFacts(shown)
  const { care, person, clock, months, visits, acts } = shown
  return (
    <Page
      narrow
      back={{ to: '/care', label: t('care.title') }}
      title={t('care.card', { name: person.name })}
      lead={<Tag kind={kinds[care.state]}>{t(`care.state.${care.state}`)}</Tag>}
    >
      {care.reason ? <Note kind="wait">{t('care.reason', { reason: care.reason })}</Note> : null}
      {clock ? (
        <Card board>
          <p>{t('care.waits')}</p>
          <Countdown clock={clock} />
        </Card>
      ) : null}
      <Facts facts={facts} />
      <CareActs {...shown} />
      {months.length > 0 ? (
        <Section title={t('care.months')}>
          <CareMonths months={months} unit={care.unit} />
        </Section>
      ) : null}
      {months.length > 0 ? (
        <Section title={t('care.visits')}>
          <VisitList visits={visits} />
          {acts.order ? <a href={`/care/${care.id}/sheet`}>{t('care.sheet')}</a> : null}
        </Section>
      ) : null}
    </Page>
  )
}
