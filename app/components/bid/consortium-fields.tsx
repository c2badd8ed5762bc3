import { useT } from '#app/i18n/use-t.ts'
import type { Partner } from '#domain/buy/proposal/body.ts'
import type { Own } from '#domain/buy/proposal/read-own.ts'
import { Details } from '../card.tsx'
import { Tick } from '../choices.tsx'
import { Field } from '../field.tsx'
import { useReply } from '../reply.ts'

const PartnerRow = ({ at, row }: { at: number; row: Partner | undefined }) => {
  const t = useT()
  const name = (field: 'uscc' | 'share' | 'duty') => `partners[${at}].${field}`
  return (
    <fieldset className="card mb-4">
      <legend className="small quiet">{t('consortium.partner', { n: at + 1 })}</legend>
      <div className="grid gap-4 md:grid-cols-2 [&>.field]:m-0">
        <Field
          name={name('uscc')}
          label={t('consortium.uscc')}
          hint={row?.name}
          fallback={row?.uscc}
          autoComplete="off"
        />
        <Field name={name('share')} kind="number" label={t('consortium.share')} fallback={row?.share} />
      </div>
      <div className="mt-4">
        <Field name={name('duty')} kind="long" rows={2} label={t('consortium.duty')} fallback={row?.duty} />
      </div>
    </fieldset>
  )
}

/** Shares and work of the lead and of up to four other parties. */
export const ConsortiumFields = ({ own: { body, supplier } }: { own: Own }) => {
  const t = useT()
  const { sent } = useReply()
  const terms = body.consortium
  return (
    <>
      <fieldset className="card mb-4">
        <legend className="small quiet">{t('consortium.lead.party', { name: supplier.name })}</legend>
        <Field
          name="share"
          kind="number"
          label={t('consortium.share')}
          hint={t('consortium.share.hint')}
          fallback={terms?.share}
        />
        <Field name="duty" kind="long" rows={2} label={t('consortium.duty')} fallback={terms?.duty} />
      </fieldset>
      <PartnerRow at={0} row={terms?.partners[0]} />
      <Details summary={t('record.more')} open={sent || (terms?.partners.length ?? 0) > 1}>
        {[1, 2, 3].map((at) => (
          <PartnerRow key={at} at={at} row={terms?.partners[at]} />
        ))}
      </Details>
      <Tick name="joint" fallback={terms !== null}>
        {t('consortium.joint')}
      </Tick>
    </>
  )
}
