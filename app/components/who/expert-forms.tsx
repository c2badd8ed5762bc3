import { useT } from '#app/i18n/use-t.ts'
import { expertStandingKinds, kinRelations } from '#db/vocabulary.ts'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type Named = { id: string; name: string }
const options = (all: readonly Named[]) => all.map(({ id, name }) => ({ value: id, label: name }))
const Who = ({ experts }: { experts: readonly Named[] }) => {
  const t = useT()
  return <Field name="expertId" kind="select" label={t('experts.who')} options={options(experts)} />
}

export const NoteExpertForm = ({ experts }: { experts: readonly Named[] }) => {
  const t = useT()
  return (
    <Form name="note" submit={t('experts.note')}>
      <Who experts={experts} />
      <Choices
        name="kind"
        legend={t('experts.kind')}
        options={expertStandingKinds.map((k) => ({ value: k, label: t(`experts.kind.${k}`) }))}
      />
      <Field name="from" kind="date" short label={t('experts.from')} />
      <Field name="to" kind="date" short optional label={t('experts.to')} hint={t('experts.to.hint')} />
      <Field name="ground" label={t('experts.ground')} />
    </Form>
  )
}

export const LiftForm = ({ standings }: { standings: readonly Named[] }) => {
  const t = useT()
  return (
    <Form name="lift" look="second" submit={t('experts.lift.do')}>
      <Field name="standingId" kind="select" label={t('experts.standing')} options={options(standings)} />
      <Field name="ground" label={t('experts.ground')} />
    </Form>
  )
}

export const KinForm = ({ experts }: { experts: readonly Named[] }) => {
  const t = useT()
  return (
    <Form name="kin" submit={t('experts.kin')}>
      <Who experts={experts} />
      <Field
        name="phone"
        kind="phone"
        short
        label={t('experts.kin.phone')}
        hint={t('experts.kin.phone.hint')}
      />
      <Choices
        name="relation"
        legend={t('experts.kin.relation')}
        options={kinRelations.map((k) => ({ value: k, label: t(`experts.kin.${k}`) }))}
      />
    </Form>
  )
}

export const ExpertWorkForm = ({
  experts,
  bodies,
}: {
  experts: readonly Named[]
  bodies: readonly Named[]
}) => {
  const t = useT()
  return (
    <Form name="work" submit={t('experts.work')}>
      <Who experts={experts} />
      <Field
        name="employerId"
        kind="select"
        optional
        label={t('experts.work.body')}
        options={options(bodies)}
      />
      <Field name="expertise" kind="long" rows={2} optional label={t('experts.expertise')} />
    </Form>
  )
}
