import { useT } from '#app/i18n/use-t.ts'
import { FormDetails } from '../card.tsx'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

/** The street's four answers; all but acceptance carry their reason in public. */
export const DecideForms = ({ barred }: { barred: boolean }) => {
  const t = useT()
  const reason = <Field name="reason" kind="long" label={t('ask.reason')} hint={t('need.reason.hint')} />
  return (
    <section className="section plain" id="decide">
      <h2>{t('need.decide')}</h2>
      {barred ? null : <Form name="accept" submit={t('need.accept')} />}
      <FormDetails form="return" summary={t('need.return')}>
        <Form name="return" submit={t('need.return')} look="second">
          {reason}
        </Form>
      </FormDetails>
      <FormDetails form="redirect" summary={t('need.redirect')} open={barred}>
        <Form name="redirect" submit={t('need.redirect')} look="second">
          <Field name="redirectTo" label={t('need.redirect.to')} hint={t('need.redirect.hint')} />
          {reason}
        </Form>
      </FormDetails>
      <FormDetails form="refuse" summary={t('need.refuse')} open={barred}>
        <Form name="refuse" submit={t('need.refuse')} look="danger">
          {reason}
        </Form>
      </FormDetails>
    </section>
  )
}

/** What a director may do with a need beside posting it. */
export const DirectForms = ({
  mergeable,
  withdraws,
}: {
  mergeable: ReadonlyArray<{ id: string; title: string }>
  withdraws: boolean
}) => {
  const t = useT()
  return (
    <>
      {mergeable.length > 0 ? (
        <FormDetails form="merge" summary={t('need.merge')}>
          <Form name="merge" submit={t('need.merge')} look="second">
            <Choices
              name="into"
              legend={t('need.merge.into')}
              options={mergeable.map((n) => ({ value: n.id, label: n.title }))}
            />
            <Field name="reason" kind="long" rows={2} label={t('ask.reason')} />
          </Form>
        </FormDetails>
      ) : null}
      {withdraws ? (
        <FormDetails form="withdraw" summary={t('need.withdraw')}>
          <Form name="withdraw" submit={t('need.withdraw')} look="danger">
            <Field name="reason" kind="long" rows={2} label={t('ask.reason')} />
          </Form>
        </FormDetails>
      ) : null}
    </>
  )
}
