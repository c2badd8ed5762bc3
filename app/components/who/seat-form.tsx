import { useT } from '#app/i18n/use-t.ts'
import { roles } from '#db/vocabulary.ts'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type Named = { id: string; name: string; tail?: string | null }

/** A new seat: who, as what, where, from when, on what ground. */
export const SeatForm = ({ people, bodies }: { people: readonly Named[]; bodies: readonly Named[] }) => {
  const t = useT()
  const named = ({ id, name, tail }: Named) => ({ value: id, label: tail ? `${name} (${tail})` : name })
  return (
    <Form name="grant" submit={t('seats.grant')}>
      <Field name="personId" kind="select" label={t('seats.person')} options={people.map(named)} optional />
      <Field name="phone" kind="phone" label={t('seats.phone')} hint={t('seats.phone.hint')} optional />
      <Field
        name="role"
        kind="select"
        label={t('seats.role')}
        options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      />
      <Field name="partyId" kind="select" label={t('seats.party')} options={bodies.map(named)} />
      <Field name="from" kind="date" label={t('seats.from')} short />
      <Field name="to" kind="date" label={t('seats.to')} short optional />
      <Field name="ground" kind="text" label={t('seats.ground')} hint={t('seats.ground.hint')} />
    </Form>
  )
}
