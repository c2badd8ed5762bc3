import { useT } from '#app/i18n/use-t.ts'
import { communityKinds, partyKinds, placeLevels } from '#db/vocabulary.ts'
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
        label={t('register.where')}
        hint={t('register.where.hint')}
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

/** Another telephone, name or community of a person; empty fields stay as they are. */
export const PersonFactsForm = ({ places }: { places: readonly Place[] }) => {
  const t = useT()
  return (
    <Form name="correct" submit={t('register.correct.person')}>
      <Field name="phone" kind="phone" label={t('register.phone-now')} short />
      <Field
        name="newPhone"
        kind="phone"
        label={t('register.phone-new')}
        hint={t('register.phone-new.hint')}
        optional
        short
      />
      <Field
        name="name"
        kind="text"
        label={t('register.calling')}
        hint={t('register.calling.hint')}
        optional
        short
      />
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

type PlaceFacts = {
  level: string | null
  name: string
  nameEn: string | null
  communityKind: string | null
  households: number | null
  population: number | null
  adults: number | null
  phone: string | null
}
/** What is known of a place; a field left empty is emptied. */
export const PlaceFactsForm = ({ place }: { place: PlaceFacts }) => {
  const t = useT()
  const kinds = communityKinds.map((value) => ({ value, label: t(`community.kind.${value}`) }))
  return (
    <Form submit={t('register.save')}>
      <Field name="name" kind="text" label={t('register.name')} fallback={place.name} />
      <Field name="nameEn" kind="text" label={t('register.name-en')} fallback={place.nameEn} optional />
      {place.level === 'community' ? (
        <Field
          name="communityKind"
          kind="select"
          label={t('register.community-kind')}
          options={kinds}
          fallback={place.communityKind}
          optional
        />
      ) : null}
      <Field
        name="households"
        kind="number"
        label={t('register.households')}
        fallback={place.households}
        optional
        short
      />
      <Field
        name="population"
        kind="number"
        label={t('register.population')}
        hint={t('register.population.hint')}
        fallback={place.population}
        optional
        short
      />
      <Field
        name="adults"
        kind="number"
        label={t('register.adults')}
        hint={t('register.adults.hint')}
        fallback={place.adults}
        optional
        short
      />
      <Field
        name="phone"
        kind="text"
        label={t('register.place-phone')}
        fallback={place.phone}
        optional
        short
      />
    </Form>
  )
}

type BodyFacts = { name: string; nameEn: string | null; placeId: string | null; streetId: string | null }
/** What a body is called, and where it stands. */
export const BodyPlaceForm = ({
  body,
  places,
  offices,
}: {
  body: BodyFacts
  places: readonly Place[]
  offices: readonly Named[]
}) => {
  const t = useT()
  return (
    <Form submit={t('register.save')}>
      <Field name="name" kind="text" label={t('register.name')} fallback={body.name} />
      <Field name="nameEn" kind="text" label={t('register.name-en')} fallback={body.nameEn} optional />
      <Field
        name="placeId"
        kind="select"
        label={t('register.where')}
        options={places.map(option)}
        fallback={body.placeId}
        optional
      />
      <Field
        name="streetId"
        kind="select"
        label={t('register.street')}
        options={offices.map(option)}
        fallback={body.streetId}
        optional
      />
    </Form>
  )
}
