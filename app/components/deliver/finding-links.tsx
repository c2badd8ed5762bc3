import { useT } from '#app/i18n/use-t.ts'
import type { findingStates } from '#db/vocabulary.ts'
import { ButtonLink } from '../button.tsx'
import { useFormat } from '../format.ts'
import { Table } from '../table.tsx'
import { Tag, type TagKind } from '../tag.tsx'

type State = (typeof findingStates)[number]
type Shown = { id: string; words: string; state: State; dueAt: Date | null; createdAt: Date; holds?: boolean }
const kinds: Record<State, TagKind> = {
  raised: 'wait',
  fix_ordered: 'late',
  proof_given: 'wait',
  closed: 'done',
  escalated: 'late',
}

/** Where a finding stands. */
export const FindingTag = ({ state }: { state: State }) => {
  const t = useT()
  return <Tag kind={kinds[state]}>{t(`finding.state.${state}`)}</Tag>
}

/** What was found, each a link; and the way to write down a new one. */
export const FindingLinks = ({ findings, raise }: { findings: readonly Shown[]; raise: string | null }) => {
  const t = useT()
  const f = useFormat()
  return (
    <>
      {findings.length === 0 ? (
        <p className="quiet">{t('finding.none')}</p>
      ) : (
        <Table
          caption={t('finding.title')}
          captionHidden
          columns={[
            { head: t('finding.words') },
            { head: t('finding.raised') },
            { head: t('milestone.state') },
          ]}
          rows={findings.map((one) => ({
            key: one.id,
            cells: [
              <a key="to" href={`/desk/findings/${one.id}`}>
                {one.words}
              </a>,
              f.day(one.createdAt),
              <span key="state">
                <FindingTag state={one.state} />
                {one.holds ? <Tag kind="late">{t('finding.held')}</Tag> : null}
              </span>,
            ],
          }))}
        />
      )}
      {raise ? (
        <ButtonLink look="second" to={raise}>
          {t('finding.raise.title')}
        </ButtonLink>
      ) : null}
    </>
  )
}
