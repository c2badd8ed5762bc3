import { useT } from '#app/i18n/use-t.ts'
import type { Role } from '#db/vocabulary.ts'
import { Details } from '../card.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type Seat = { id: string; name: string; role: Role; may: { enrol: boolean; withdraw: boolean } }

/** What can be done with a seat: hand its holder the word for a first key, end it. */
export const SeatActs = ({ seat: { id, name, role, may } }: { seat: Seat }) => {
  const t = useT()
  return (
    <>
      {may.enrol && (
        <p>
          <a className="hit" href={`/desk/seats/${id}/word`}>
            {t('enrol.title')}
          </a>
        </p>
      )}
      {may.withdraw && (
        <Details summary={t('seats.withdraw')}>
          <p>{t('seats.withdraw.title', { name, role: t(`role.${role}`) })}</p>
          <Form name="withdraw" hidden={{ seatId: id }} submit={t('seats.withdraw')} look="danger">
            <Field name="ground" kind="text" label={t('seats.ground')} />
          </Form>
        </Details>
      )}
    </>
  )
}
