import { useT } from '#app/i18n/use-t.ts'
import { Form } from '../form.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { OldAndNew } from './changes.tsx'
import { DocumentList } from './document-list.tsx'
import type { TenderDesk } from './tender-acts.tsx'

/** A change written and not yet published: read, then published by another, or taken back. */
export const DraftChange = ({
  desk: { tender, amendments, waiting, may, earliestChange },
}: {
  desk: TenderDesk
}) => {
  const t = useT()
  const f = useFormat()
  const draft = amendments.find((a) => a.state === 'draft')
  if (!draft || !(may.amend || may.publishChange)) return null
  return (
    <Section title={t('amendment.draft')} aside={t('amendment.draft.hint')}>
      <OldAndNew {...draft} />
      {waiting.length > 0 ? <DocumentList tenderId={tender.id} documents={waiting} /> : null}
      <p>{draft.reason}</p>
      <p>
        {t(draft.material ? 'amendment.is-material' : 'amendment.small')}
        {draft.newDeadline ? t('amendment.extended', { at: f.dateTime(draft.newDeadline) }) : null}
      </p>
      {draft.material ? (
        <p className="small quiet">{t('amendment.lawful', { earliest: f.date(earliestChange) })}</p>
      ) : null}
      {may.publishChange ? (
        <Form name="change" submit={t('amendment.publish')} hidden={{ amendmentId: draft.id }} />
      ) : null}
      {may.amend ? (
        <Form
          name="discard"
          look="second"
          submit={t('amendment.discard')}
          hidden={{ amendmentId: draft.id }}
        />
      ) : null}
    </Section>
  )
}
