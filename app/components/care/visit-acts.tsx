import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import type { visitPage } from '#domain/deliver/care/visit-page.ts'
import { Card, FormDetails, Note } from '../card.tsx'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { PhotosField } from '../photos-field.tsx'

type Shown = Awaited<ReturnType<typeof visitPage>>
type How = 'refuse' | 'redo' | 'cancel'

const WithReason = ({ how, children }: { how: How; children?: ReactNode }) => {
  const t = useT()
  return (
    <FormDetails form={how} summary={t(`visit.${how}`)}>
      <Form name={how} look="second" submit={t(`visit.${how}`)}>
        <Field name="reason" kind="long" rows={2} label={t(`visit.${how}.reason`)} />
        {children}
      </Form>
    </FormDetails>
  )
}

const Sending = ({ aides }: Pick<Shown, 'aides'>) => {
  const t = useT()
  if (aides.length === 0) return <Note kind="wait">{t('visit.accept.none')}</Note>
  return (
    <Form name="accept" submit={t('visit.accept')}>
      <Choices
        name="aideId"
        legend={t('visit.accept.aide')}
        fallback={aides.length === 1 ? aides[0]!.id : undefined}
        options={aides.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form>
  )
}

/** The aide's own three acts, large enough for a cheap phone. */
const Coming = ({ acts }: Pick<Shown, 'acts'>) => {
  const t = useT()
  return (
    <>
      {acts.checkIn ? (
        <Form name="in" submit={t('visit.check-in')}>
          <Field name="code" kind="code" label={t('visit.check-in.code')} />
        </Form>
      ) : null}
      {acts.leave ? (
        <Form name="leave" files submit={t('visit.leave')}>
          <PhotosField hint={t('visit.leave.photos')} />
        </Form>
      ) : null}
      {acts.code ? (
        <Card title={t('visit.by-code')}>
          <Form name="bycode" submit={t('visit.by-code.do')}>
            <Field name="code" kind="code" label={t('visit.by-code.code')} />
          </Form>
        </Card>
      ) : null}
    </>
  )
}

/** The station's two: somebody is there, and it was well done. */
const AtTheStation = ({ acts, visit }: Pick<Shown, 'acts' | 'visit'>) => {
  const t = useT()
  return (
    <>
      {acts.byPhone ? (
        <Card title={t('visit.by-phone')}>
          <p className="quiet">{t('visit.by-phone.hint')}</p>
          <Form name="byphone" submit={t('visit.by-phone.do')}>
            <Field name="on" kind="date" label={t('visit.by-phone.on')} fallback={visit.wishedOn} />
          </Form>
        </Card>
      ) : null}
      {acts.forHer ? (
        <Card title={t('visit.for-her')}>
          <Form name="forher" submit={t('visit.for-her.do')}>
            <Choices
              name="via"
              legend={t('visit.for-her.via')}
              options={(['paper', 'phone'] as const).map((via) => ({
                value: via,
                label: t(`visit.for-her.${via}`),
              }))}
            />
            <Field name="sheetNo" short optional label={t('visit.for-her.sheet')} />
          </Form>
        </Card>
      ) : null}
    </>
  )
}

/** What this reader may do with a visit: the good answer first and large, the rest one tap away. */
export const VisitActs = ({ acts, aides, visit, today }: Shown) => {
  const t = useT()
  return (
    <div className="mt-6 grid gap-4">
      {acts.accept ? <Sending aides={aides} /> : null}
      <Coming acts={acts} />
      {acts.confirm ? (
        <>
          <p className="quiet">{t('visit.confirm.hint')}</p>
          <Form name="confirm" submit={t('visit.confirm')} />
        </>
      ) : null}
      <AtTheStation acts={acts} visit={visit} />
      {acts.refuse ? <WithReason how="refuse" /> : null}
      {acts.redo ? (
        <WithReason how="redo">
          <Field name="wishedOn" kind="date" label={t('visit.redo.on')} fallback={today} />
        </WithReason>
      ) : null}
      {acts.cancel ? <WithReason how="cancel" /> : null}
      {acts.complain ? (
        <FormDetails form="complain" summary={t('visit.complain')}>
          <Form name="complain" look="second" submit={t('visit.complain')}>
            <Field
              name="words"
              kind="long"
              label={t('visit.complain.words')}
              hint={t('visit.complain.hint')}
            />
          </Form>
        </FormDetails>
      ) : null}
    </div>
  )
}
