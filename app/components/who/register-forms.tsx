import { useT } from '#app/i18n/use-t.ts'
import { partyKinds, placeLevels } from '#db/vocabulary.ts'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type Place = { id: string; name: string; code: string; level: string }
type Named = { id: string; name: string }
const option = ({ id, name }: Named) => ({ value: id, label: name })

export const PersonForm = ({ places }: { places: readonly Place[] }) => {
  const t = useT()
  return (
    <Form name="person" submit={t('register.person')}>
      <Field name="name" kind="text" label={t('register.calling')} hint={t('register.calling.hint')} short />
      <Field name="phone" kind="phone" label={t('register.phone')} optional short />
      <Field
        name="communityId"
        kind="select"
        label={t('register.community')}
        options={places.filter((p) => p.level === 'community').map(option)}
        optional
      />
    </Form>
  )
}

export const PartyForm = ({ places, offices }: { places: readonly Place[]; offices: readonly Named[] }) => {
  const t = useT()
  return (
    <Form name="party" submit={t('register.party')}>
      <Field
        name="kind"
        kind="select"
        label={t('register.kind')}
        options={partyKinds.map((k) => ({ value: k, label: t(`party.${k}`) }))}
      />
      <Field name="name" kind="text" label={t('register.name')} />
      <Field name="uscc" kind="text" label={t('register.uscc')} optional />
      <Field
        name="usccOverride"
        kind="text"
        label={t('register.override')}
        hint={t('register.override.hint')}
        optional
      />
      <Field
        name="placeId"
        kind="select"
        label={t('register.parent')}
        options={places.map(option)}
        optional
      />
      <Field
        name="streetId"
        kind="select"
        label={t('register.street')}
        options={offices.map(option)}
        optional
      />
    </Form>
  )
}

export const PlaceForm = ({ places }: { places: readonly Place[] }) => {
  const t = useT()
  return (
    <Form name="place" submit={t('register.place')}>
      <Field
        name="level"
        kind="select"
        label={t('register.level')}
        options={placeLevels.map((l) => ({ value: l, label: t(`level.${l}`) }))}
      />
      <Field name="code" kind="text" label={t('register.code')} hint={t('register.code.hint')} short />
      <Field name="name" kind="text" label={t('register.name')} />
      <Field
        name="parentId"
        kind="select"
        label={t('register.parent')}
        options={places.map(option)}
        optional
      />
      <Field name="households" kind="number" label={t('register.households')} optional short />
      <Field name="phone" kind="text" label={t('register.place-phone')} optional short />
    </Form>
  )
}
