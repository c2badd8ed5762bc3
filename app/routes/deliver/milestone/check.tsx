import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/components/check-answers.tsx'
import { Choices } from '#app/components/choices.tsx'
import { DiaryDays } from '#app/components/deliver/diary-days.tsx'
import { Readings, ServedFacts } from '#app/components/deliver/evidence.tsx'
import { MilestoneTag } from '#app/components/deliver/milestone-table.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { checkMilestone } from '#domain/deliver/milestone/check-milestone.ts'
import { checkForm } from '#domain/deliver/milestone/forms.ts'
import { checkPage } from '#domain/deliver/milestone/milestone-page.ts'
import { returnMilestone } from '#domain/deliver/milestone/return-milestone.ts'

export const handle = titled<{ title: string }>((_, data) => data.title)
export const loader = pageLoader((ctx, { milestoneId }) => checkPage(ctx, milestoneId!))
export const action = formAction({
  form: checkForm,
  run: (ctx, { verdict, finding }, { milestoneId = '' }) =>
    verdict === 'check'
      ? checkMilestone(ctx, { milestoneId, finding })
      : returnMilestone(ctx, { milestoneId, reason: finding }),
  goTo: ({ id }) => `/desk/milestones/${id}`,
})

export default function Check() {
  const t = useT()
  const f = useFormat()
  const m = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: `/work/${m.contractId}`, label: m.contract.title }}
      eyebrow={m.contract.title}
      title={m.title}
      lead={<MilestoneTag state={m.state} />}
    >
      <Facts
        facts={[
          { term: t('contract.supplier'), text: m.supplier },
          { term: t('milestone.price'), text: f.money(m.price) },
          ...(m.claimedAt ? [{ term: t('milestone.claimed'), text: f.dateTime(m.claimedAt) }] : []),
          ...(m.claim
            ? [
                {
                  term: t('milestone.claim.words'),
                  text: <span className="whitespace-pre-line">{m.claim}</span>,
                },
              ]
            : []),
          ...(m.finding
            ? [
                {
                  term: t('milestone.finding'),
                  text: <span className="whitespace-pre-line">{m.finding}</span>,
                },
              ]
            : []),
          ...(m.returnReason ? [{ term: t('milestone.returned.why'), text: m.returnReason }] : []),
        ]}
      />
      <Section title={t('contract.indicators')}>
        <Readings readings={m.readings} />
      </Section>
      <Section title={t('milestone.evidence')}>
        <ServedFacts served={m.served} />
        <DiaryDays days={m.diary} contractId={m.contractId} />
      </Section>
      {m.mayCheck ? (
        <Section title={t('milestone.check.title')}>
          <Form submit={t('milestone.check.submit')}>
            <Choices
              name="verdict"
              legend={t('milestone.check.verdict')}
              options={[
                { value: 'check', label: t('milestone.check.pass'), note: t('milestone.check.pass.note') },
                {
                  value: 'return',
                  label: t('milestone.check.return'),
                  note: t('milestone.check.return.note'),
                },
              ]}
            />
            <Field
              name="finding"
              kind="long"
              rows={5}
              label={t('milestone.finding')}
              hint={t('milestone.finding.hint')}
            />
          </Form>
        </Section>
      ) : null}
    </Page>
  )
}
