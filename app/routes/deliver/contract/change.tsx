import { useLoaderData } from '@remix-run/react'
import { Card, FormDetails, Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { ChangeFacts, ChangeTag } from '#app/components/deliver/change-facts.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { acknowledgeChange } from '#domain/deliver/contract/acknowledge-change.ts'
import {
  acknowledgeChangeForm,
  changeDecisionForm,
  changeOpinionForm,
} from '#domain/deliver/contract/change-forms.ts'
import { changePage } from '#domain/deliver/contract/change-page.ts'
import { approveChange, rejectChange } from '#domain/deliver/contract/decide-change.ts'
import { opineChange } from '#domain/deliver/contract/opine-change.ts'

export const handle = titled('change.title')
export const loader = pageLoader((ctx, { contractId, changeId }) => changePage(ctx, contractId!, changeId!))

const on = formsOf(
  ({ changeId = '' }) => ({ changeId }),
  ({ id, contractId }: { id: string; contractId: string }) => `/work/${contractId}/changes/${id}`,
)
export const action = formActions({
  opine: on(changeOpinionForm, opineChange),
  acknowledge: on(acknowledgeChangeForm, acknowledgeChange),
  approve: on(changeDecisionForm, approveChange),
  reject: on(changeDecisionForm, rejectChange),
})

export default function Change() {
  const t = useT()
  const { change, contract, mayOpine, acts, waitsForOpinion, ...page } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/work/${contract.id}`, label: contract.title }}
      eyebrow={contract.refNo}
      title={t('change.title')}
      lead={<ChangeTag state={change.state} />}
    >
      {waitsForOpinion ? <Note kind="wait">{t('change.waits-opinion')}</Note> : null}
      {page.waitsForCommittee ? <Note kind="wait">{t('change.waits-committee')}</Note> : null}
      <div className="mb-6">
        <ChangeFacts change={change} />
      </div>
      {mayOpine ? (
        <Card board title={t('change.opine.title')}>
          <Form name="opine" submit={t('change.opine.submit')}>
            <Choices
              name="favour"
              legend={t('change.opine.question')}
              options={[
                { value: 'yes', label: t('change.opinion.yes') },
                { value: 'no', label: t('change.opinion.no') },
              ]}
            />
            <Field name="opinion" kind="long" label={t('change.opine.words')} hint={t('change.opine.hint')} />
          </Form>
        </Card>
      ) : null}
      {page.mayAcknowledge ? (
        <Card board title={t('change.acknowledge.title')}>
          <p>{t('change.acknowledge.says')}</p>
          <Form name="acknowledge" submit={t('change.acknowledge.submit')} />
        </Card>
      ) : null}
      {acts.includes('approve') && !waitsForOpinion && !page.waitsForCommittee ? (
        <Card board title={t('change.approve.title')}>
          <p>{t('change.approve.says')}</p>
          <Form name="approve" submit={t('change.approve.submit')}>
            <Field name="decision" kind="long" rows={3} label={t('change.decide.words')} />
          </Form>
        </Card>
      ) : null}
      {acts.includes('reject') ? (
        <FormDetails form="reject" summary={t('change.reject.title')}>
          <Form name="reject" submit={t('change.reject.submit')} look="danger">
            <Field name="decision" kind="long" rows={3} label={t('change.decide.words')} />
          </Form>
        </FormDetails>
      ) : null}
    </Page>
  )
}
