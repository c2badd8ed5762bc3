import { useLoaderData } from '@remix-run/react'
import { Card } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Countdown } from '#app/components/countdown.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import {
  answerComplaint,
  escalateComplaint,
  ruleComplaint,
  settleComplaint,
} from '#domain/deliver/care/complain.ts'
import { complaintPage } from '#domain/deliver/care/complaint-page.ts'
import { emptyForm, replyForm } from '#domain/deliver/care/forms.ts'

export const handle = titled<{ complaint: { refNo: string } }>((t, { complaint }) =>
  t('care.complaint.title', { no: complaint.refNo }),
)
export const loader = pageLoader((ctx, { complaintId }) => complaintPage(ctx, complaintId!))
const goTo = ({ id }: { id: string }) => `/care/complaints/${id}`
const worded = (act: typeof answerComplaint) =>
  oneForm({
    form: replyForm,
    run: (ctx, input, p) => act(ctx, { ...input, complaintId: p.complaintId! }),
    goTo,
  })
const plain = (act: typeof settleComplaint) =>
  oneForm({ form: emptyForm, run: (ctx, _, p) => act(ctx, { complaintId: p.complaintId! }), goTo })
export const action = formActions({
  answer: worded(answerComplaint),
  rule: worded(ruleComplaint),
  settle: plain(settleComplaint),
  escalate: plain(escalateComplaint),
})

const kinds = { made: 'wait', answered: 'wait', settled: 'done', escalated: 'late', ruled: 'done' } as const

export default function Complaint() {
  const t = useT()
  const f = useFormat()
  const { complaint, words, reply, ruling, visit, readsVisit, clock, acts } = useLoaderData<typeof loader>()
  const say = t('care.complaint.visit.say', {
    on: f.day(visit.on),
    item: visit.item,
    supplier: visit.supplier,
  })
  return (
    <Page
      narrow
      back={readsVisit ? { to: `/care/visits/${visit.id}` } : { to: '/desk' }}
      title={t('care.complaint.title', { no: complaint.refNo })}
      lead={<Tag kind={kinds[complaint.state]}>{t(`care.complaint.state.${complaint.state}`)}</Tag>}
    >
      {clock ? (
        <Card board>
          <p>{t('care.complaint.waits')}</p>
          <Countdown clock={clock} />
        </Card>
      ) : null}
      <Facts
        facts={[
          { term: t('care.complaint.visit'), text: say },
          { term: t('care.complaint.words'), text: words },
          ...(reply ? [{ term: t('care.complaint.reply'), text: reply }] : []),
          ...(ruling ? [{ term: t('care.complaint.ruling'), text: ruling }] : []),
        ]}
      />
      <div className="mt-6 grid gap-4">
        {(['answer', 'rule'] as const)
          .filter((how) => acts.includes(how))
          .map((how) => (
            <Form key={how} name={how} submit={t(`care.complaint.${how}`)}>
              <Field name="words" kind="long" label={t(`care.complaint.${how}.words`)} />
            </Form>
          ))}
        {acts.includes('settle') ? <Form name="settle" submit={t('care.complaint.settle')} /> : null}
        {acts.includes('escalate') ? (
          <Form name="escalate" look="second" submit={t('care.complaint.escalate')} />
        ) : null}
      </div>
    </Page>
  )
}
