import { useT } from '#app/i18n/use-t.ts'
import { inspectionResults, listKinds, registrationKinds } from '#db/vocabulary.ts'
import type { readBodyFile } from '#domain/who/standing/read-body.ts'
import { FormDetails } from '../card.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type File = Awaited<ReturnType<typeof readBodyFile>>

const RegistrationForm = ({ group }: { group: boolean }) => {
  const t = useT()
  const kinds = registrationKinds.map((value) => ({ value, label: t(`body.registration.${value}`) }))
  return (
    <Form name="registration" submit={t('body.keep.registration')}>
      {group ? (
        <>
          <Field name="filedWith" kind="text" label={t('body.filed-with')} optional />
          <Field name="filedOn" kind="date" label={t('body.filed-on')} short optional />
        </>
      ) : (
        <>
          <Field name="registration" kind="select" label={t('body.registration')} options={kinds} optional />
          <Field name="supervisorName" kind="text" label={t('body.supervisor')} optional />
          <Field name="decoupledOn" kind="date" label={t('body.decoupled')} short optional />
          <Field name="certificateUntil" kind="date" label={t('body.certificate')} short optional />
        </>
      )}
      <Field name="deregisteredOn" kind="date" label={t('body.deregistered')} short optional />
    </Form>
  )
}

const InspectionForm = () => {
  const t = useT()
  const results = inspectionResults.map((value) => ({ value, label: t(`standing.result.${value}`) }))
  return (
    <Form name="inspection" submit={t('body.keep.inspection')}>
      <Field name="year" kind="number" label={t('standing.year')} short />
      <Field name="result" kind="select" label={t('standing.result')} options={results} />
      <Field name="concludedOn" kind="date" label={t('standing.concluded')} short />
    </Form>
  )
}

const ListForm = () => {
  const t = useT()
  const lists = listKinds.map((value) => ({ value, label: t(`org.credit.${value}`) }))
  return (
    <Form name="list" submit={t('body.keep.list')}>
      <Field name="list" kind="select" label={t('standing.list')} options={lists} />
      <Field name="from" kind="date" label={t('standing.from')} short />
      <Field name="to" kind="date" label={t('standing.to')} hint={t('standing.to.hint')} short optional />
      <Field name="ground" kind="text" label={t('standing.ground')} />
    </Form>
  )
}

const LiftForm = ({ lists, today }: Pick<File, 'lists' | 'today'>) => {
  const t = useT()
  const on = lists.filter((l) => !l.to || l.to > today)
  if (on.length === 0) return null
  return (
    <FormDetails form="lift" summary={t('body.keep.lift')}>
      <Form name="lift" submit={t('body.keep.lift')}>
        <Field
          name="listingId"
          kind="select"
          label={t('standing.list')}
          options={on.map((l) => ({ value: l.id, label: `${t(`org.credit.${l.list}`)} ${l.from}` }))}
        />
        <Field name="to" kind="date" label={t('standing.lifted-from')} short />
        <Field name="ground" kind="text" label={t('standing.ground')} />
      </Form>
    </FormDetails>
  )
}

/** What the keeper of the register may enter of a body; each form one tap away. */
export const KeepForms = ({ file }: { file: File }) => {
  const t = useT()
  return (
    <>
      <FormDetails form="registration" summary={t('body.keep.registration')}>
        <RegistrationForm group={file.party.kind === 'community_group'} />
      </FormDetails>
      <FormDetails form="inspection" summary={t('body.keep.inspection')}>
        <InspectionForm />
      </FormDetails>
      <FormDetails form="list" summary={t('body.keep.list')}>
        <ListForm />
      </FormDetails>
      <LiftForm lists={file.lists} today={file.today} />
    </>
  )
}
