import { useT } from '#app/i18n/use-t.ts'
import { certLevels, creditStates } from '#db/vocabulary.ts'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type Named = { id: string; name: string }
const asOptions = (all: readonly Named[]) => all.map(({ id, name }) => ({ value: id, label: name }))

export const WorkerForm = ({ bodies }: { bodies: readonly Named[] }) => {
  const t = useT()
  const levels = certLevels.map((level) => ({ value: level, label: t(`register.cert.${level}`) }))
  return (
    <Form name="worker" submit={t('register.worker')}>
      <Field name="phone" kind="phone" label={t('register.phone')} hint={t('register.phone.known')} short />
      <Field name="level" kind="select" label={t('register.cert')} options={levels} />
      <Field name="certNo" kind="text" label={t('register.cert-no')} short />
      <Field name="registeredUntil" kind="date" label={t('register.cert-until')} short />
      <Field
        name="employerId"
        kind="select"
        label={t('register.employer')}
        options={asOptions(bodies)}
        optional
      />
    </Form>
  )
}

export const ExpertForm = () => {
  const t = useT()
  return (
    <Form name="expert" submit={t('register.expert')}>
      <Field name="phone" kind="phone" label={t('register.phone')} hint={t('register.phone.known')} short />
      <Field name="fields" kind="text" label={t('register.fields')} hint={t('register.fields.hint')} />
      <Field
        name="employer"
        kind="text"
        label={t('register.works-for')}
        hint={t('register.works-for.hint')}
      />
      <Field name="title" kind="text" label={t('register.post')} optional short />
    </Form>
  )
}

export const StandingForm = ({ bodies }: { bodies: readonly Named[] }) => {
  const t = useT()
  const states = creditStates.map((state) => ({ value: state, label: t(`party.credit.${state}`) }))
  return (
    <Form name="standing" submit={t('register.standing')}>
      <Field name="partyId" kind="select" label={t('register.body')} options={asOptions(bodies)} />
      <Field name="credit" kind="select" label={t('register.credit')} options={states} />
      <Field name="since" kind="date" label={t('register.since')} short />
      <Field name="ground" kind="text" label={t('register.ground')} />
    </Form>
  )
}
