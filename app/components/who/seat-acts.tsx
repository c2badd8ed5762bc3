import { useT } from '#app/i18n/use-t.ts'

type Seat = { id: string; may: { enrol: boolean; renew: boolean; withdraw: boolean; handOver: boolean } }

/** What can be done with a seat: hand its holder the word for a first key, or for one in place of a lost one, hand over what the post has open, end it. */
export const SeatActs = ({ seat: { id, may } }: { seat: Seat }) => {
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
      {may.renew && (
        <p>
          <a className="hit" href={`/desk/seats/${id}/renew`}>
            {t('renew.title')}
          </a>
        </p>
      )}
      {(may.withdraw || may.handOver) && (
        <p>
          <a className="hit" href={`/desk/seats/${id}`}>
            {t('handover.link')}
          </a>
        </p>
      )}
    </>
  )
}
