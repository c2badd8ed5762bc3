import { useT } from '#app/i18n/use-t.ts'
import { type Fen, terminationCauses } from '#db/vocabulary.ts'
import { Acts, ButtonLink } from '../button.tsx'
import { Card, FormDetails, Note } from '../card.tsx'
import { Choices, Tick } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { useFormat } from '../format.ts'

type Shown = {
  id: string
  state: string
  acts: readonly string[]
  sector: string | null
  toRecover: { paid: Fen; earned: Fen; owed: Fen; due: Fen } | null
}

/** What this person may do to the contract now; who can do nothing is told for whom it waits. */
export const ContractActs = ({ page: { id, state, acts, sector, toRecover } }: { page: Shown }) => {
  const t = useT()
  const f = useFormat()
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
        <FormDetails form="terminate" summary={t('contract.terminate.title')}>
          <p>{t('contract.terminate.says')}</p>
          <Form name="terminate" submit={t('contract.terminate.submit')} look="danger">
            <Choices
              name="cause"
              legend={t('contract.cause')}
              options={terminationCauses.map((value) => ({
                value,
                label: t(`contract.cause.${value}`),
                note: value === 'transfer' ? t('contract.cause.transfer.note') : undefined,
              }))}
            />
            <Field name="reason" kind="long" label={t('contract.end-reason')} />
            {toRecover ? (
              <Note>
                {t('contract.terminate.owed', {
                  paid: f.money(toRecover.paid),
                  earned: f.money(toRecover.earned),
                  owed: f.money(toRecover.owed),
                })}
                {toRecover.due > 0
                  ? ` ${t('contract.terminate.due', { due: f.money(toRecover.due) })}`
                  : null}
              </Note>
            ) : null}
            <Field
              name="recovered"
              kind="money"
              label={t('contract.recovered.other')}
              hint={t('contract.recovered.hint')}
              optional
            />
            <Field name="ground" kind="long" rows={2} label={t('contract.recovery-ground')} optional />
          </Form>
        </FormDetails>
      ) : null}
    </>
  )
}
