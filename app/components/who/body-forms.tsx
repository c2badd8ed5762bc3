import { useT } from '#app/i18n/use-t.ts'
import { grades, organisationForms, tieKinds } from '#db/vocabulary.ts'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type Named = { id: string; name: string }
const asOptions = (all: readonly Named[]) => all.map(({ id, name }) => ({ value: id, label: name }))

export const TieForm = ({ bodies }: { bodies: readonly Named[] }) => {
  const t = useT()
  const kinds = tieKinds.map((kind) => ({ value: kind, label: t(`register.tie.${kind}`) }))
  return (
    <Form name="tie" submit={t('register.tie')}>
      <Field name="phone" kind="phone" label={t('register.phone')} hint={t('register.phone.known')} short />
      <Field name="partyId" kind="select" label={t('register.body')} options={asOptions(bodies)} />
      <Field name="relation" kind="select" label={t('register.relation')} options={kinds} />
      <Field
        name="until"
        kind="date"
        label={t('register.tie.until')}
        hint={t('register.tie.until.hint')}
        short
        optional
      />
    </Form>
  )
}

export const SoloistForm = ({ custodians }: { custodians: readonly Named[] }) => {
  const t = useT()
  return (
    <Form name="soloist" submit={t('register.soloist')}>
      <Field
        name="phone"
        kind="phone"
        label={t('register.phone')}
        hint={t('register.phone.licensed')}
        short
      />
      <Field
        name="custodianId"
        kind="select"
        label={t('register.custodian')}
        hint={t('register.custodian.hint')}
        options={asOptions(custodians)}
      />
    </Form>
  )
}

type Choices = { noted: readonly Named[]; custodians: readonly Named[] }
export const BodyFactsForm = ({ noted, custodians }: Choices) => {
  const t = useT()
  const forms = organisationForms.map((form) => ({ value: form, label: t(`org.form.${form}`) }))
  return (
    <Form name="body" submit={t('register.facts')}>
      <Field name="partyId" kind="select" label={t('register.body')} options={asOptions(noted)} />
      <Field name="form" kind="select" label={t('org.form')} options={forms} optional />
      <Field
        name="grade"
        kind="select"
        label={t('register.grade')}
        options={grades.map((grade) => ({ value: grade, label: grade }))}
        optional
      />
      <Field name="gradeUntil" kind="date" label={t('register.grade.until')} short optional />
      <Field
        name="custodianId"
        kind="select"
        label={t('register.custodian')}
        hint={t('register.custodian.hint')}
        options={asOptions(custodians)}
        optional
      />
    </Form>
  )
}
