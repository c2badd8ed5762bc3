import { useT } from '#app/i18n/use-t.ts'
import type { ShownChange } from '#domain/deliver/contract/change-page.ts'
import { ButtonLink } from '../button.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'
import { ChangeFacts, ChangeTag } from './change-facts.tsx'

/** 合同变更 in the room: each a link to its page, and the way to ask for one. */
export const ChangeLinks = (props: { id: string; changes: readonly ShownChange[]; mayDraft: boolean }) => {
  const t = useT()
  const f = useFormat()
  const { id, changes, mayDraft } = props
  return (
    <Section title={t('change.title')}>
      {changes.length === 0 ? (
        <p className="quiet">{t('change.none')}</p>
      ) : (
        <Table
          caption={t('change.title')}
          captionHidden
          columns={[{ head: t('change.reason') }, { head: t('change.on') }, { head: t('milestone.state') }]}
          rows={changes.map((c) => ({
            key: c.id,
            cells: [
              <a key="to" href={`/work/${id}/changes/${c.id}`}>
                {c.reason}
              </a>,
              f.day(c.draftedAt),
              <ChangeTag key="state" state={c.state} />,
            ],
          }))}
        />
      )}
      {mayDraft ? (
        <ButtonLink look="second" to={`/work/${id}/changes/new`}>
          {t('change.draft.title')}
        </ButtonLink>
      ) : null}
    </Section>
  )
}

/** The changes in force, on the published contract. */
export const PublicChanges = ({ changes }: { changes: readonly ShownChange[] }) => {
  const t = useT()
  if (changes.length === 0) return null
  return (
    <Section title={t('change.title')} id="changes">
      <p className="quiet">{t('change.public.lead')}</p>
      {changes.map((c) => (
        <ChangeFacts key={c.id} change={c} />
      ))}
    </Section>
  )
}
