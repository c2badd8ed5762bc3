import { useT } from '#app/i18n/use-t.ts'
import { Acts, ButtonLink } from '../button.tsx'
import { Card, Details, Note } from '../card.tsx'
import { Tick } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type Shown = { id: string; state: string; acts: readonly string[]; sector: string | null; price: number }

/** What this person may do to the contract now; who can do nothing is told for whom it waits. */
export const ContractActs = ({ page: { id, state, acts, sector } }: { page: Shown }) => {
  const t = useT()
  const may = (act: string) => acts.includes(act)
  return (
    <>
      {sector ? (
        <Acts>
          <ButtonLink to={`/work/${id}/linkage`}>{t('linkage.confirm.title')}</ButtonLink>
        </Acts>
      ) : null}
      {state === 'draft' && may('contract.sign_by_supplier') && !sector ? (
        <Acts>
          <ButtonLink to={`/work/${id}/sign`}>{t('contract.sign.title')}</ButtonLink>
        </Acts>
      ) : null}
      {may('contract.sign') ? (
        <Card board title={t('contract.sign.title')}>
          <p>{t('contract.sign.says')}</p>
          <Form name="sign" submit={t('contract.sign.submit')}>
            <Tick name="agree">{t('contract.sign.agree')}</Tick>
          </Form>
        </Card>
      ) : null}
      {may('contract.publish') ? (
        <Card board title={t('contract.publish.title')}>
          <p>{t('contract.publish.says')}</p>
          <Form name="publish" submit={t('contract.publish.submit')} />
        </Card>
      ) : null}
      {may('contract.revise') ? (
        <Note>
          <p>{t('contract.revise.says')}</p>
          <ButtonLink look="second" to={`/desk/contracts/${id}/edit`}>
            {t('contract.revise.title')}
          </ButtonLink>
        </Note>
      ) : null}
      {may('contract.terminate') ? (
        <Details summary={t('contract.terminate.title')}>
          <p>{t('contract.terminate.says')}</p>
          <Form name="terminate" submit={t('contract.terminate.submit')} look="danger">
            <Field name="reason" kind="long" label={t('contract.end-reason')} />
            <Field name="recovered" kind="money" label={t('contract.recovered')} optional />
          </Form>
        </Details>
      ) : null}
    </>
  )
}
