import { useLoaderData } from '@remix-run/react'
import { RemedyChoices } from '#app/components/bid/remedy-choices.tsx'
import { FormDetails } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Links } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { admitChallenge, decideChallenge, rejectChallenge } from '#domain/buy/challenge/decide-challenge.ts'
import { admitForm, decideStrictForm, rejectForm } from '#domain/buy/challenge/forms.ts'
import { readChallenge } from '#domain/buy/challenge/read-challenge.ts'

export const handle = titled('challenge.title')
export const loader = pageLoader((ctx, { challengeId }) => readChallenge(ctx, challengeId!))
const on = formsOf(
  ({ challengeId = '' }) => ({ challengeId }),
  ({ id }: { id: string }) => `/desk/challenges/${id}`,
)
export const action = formActions({
  admit: on(admitForm, admitChallenge),
  reject: on(rejectForm, rejectChallenge),
  decide: on(decideStrictForm, decideChallenge),
})
const outcomes = ['dismiss', 'uphold', 'uphold_in_part'] as const

export default function ChallengeDesk() {
  const t = useT()
  const f = useFormat()
  const { challenge: c, call, may, remedies } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/tenders/${call.id}/award`, label: call.title }}
      eyebrow={c.refNo}
      title={t('challenge.title')}
      lead={t('challenge.desk.lead', {
        by: c.challenger,
        at: f.dateTime(c.submittedAt),
        due: f.date(c.replyDueAt.getTime() - 1),
      })}
    >
      <Facts
        facts={[
          { term: t('challenge.matter'), text: t(`challenge.matter.${c.matter}`) },
          { term: t('challenge.items'), text: <span className="whitespace-pre-line">{c.items}</span> },
          { term: t('challenge.state'), text: t(`challenge.state.${c.state}`) },
          ...(c.reply ? [{ term: t('challenge.reply'), text: c.reply }] : []),
          ...(c.remedy ? [{ term: t('challenge.remedy'), text: t(`challenge.remedy.${c.remedy}`) }] : []),
          ...(c.complaintEndsAt
            ? [{ term: t('challenge.complaint'), text: f.date(c.complaintEndsAt.getTime() - 1) }]
            : []),
        ]}
      />
      {may.admit ? (
        <Section title={t('challenge.admit')}>
          <Form name="admit" submit={t('challenge.admit.do')} />
          <FormDetails form="reject" summary={t('challenge.reject')}>
            <Form name="reject" look="second" submit={t('challenge.reject.do')}>
              <Field name="reply" kind="long" rows={4} label={t('challenge.reject.why')} />
            </Form>
          </FormDetails>
        </Section>
      ) : null}
      {may.decide ? (
        <Section title={t('challenge.decide')} aside={t('challenge.decide.hint')}>
          <Form name="decide" submit={t('challenge.decide.do')}>
            <Choices
              name="outcome"
              legend={t('challenge.outcome')}
              options={outcomes.map((value) => ({
                value,
                label: t(`challenge.outcome.${value}`),
                note: t(`challenge.outcome.${value}.note`),
              }))}
            />
            <RemedyChoices offered={remedies} />
            <Field
              name="reply"
              kind="long"
              rows={8}
              label={t('challenge.reply')}
              hint={t('challenge.reply.hint')}
            />
          </Form>
        </Section>
      ) : null}
      <Links links={[{ to: `/tenders/${call.id}/result`, label: t('award.see-result') }]} />
    </Page>
  )
}
