import { useT } from '#app/i18n/use-t.ts'
import type { readSanction } from '#domain/who/sanction/read-sanctions.ts'
import { Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'
import { Tag } from '../tag.tsx'

type Sanction = Awaited<ReturnType<typeof readSanction>>['sanction']

/** Where a case stands, in one word: by its move, and once decided by its dates. */
export const SanctionTag = ({ sanction: s }: { sanction: Pick<Sanction, 'state' | 'force'> }) => {
  const t = useT()
  if (s.force === 'none')
    return <Tag kind={s.state === 'dismissed' ? 'plain' : 'wait'}>{t(`sanction.state.${s.state}`)}</Tag>
  return <Tag kind={s.force === 'in_force' ? 'late' : 'plain'}>{t(`sanction.force.${s.force}`)}</Tag>
}

/** One case: the ground with its article, the facts, the body's words, the decision and its dates. */
export const SanctionFacts = ({ sanction: s }: { sanction: Sanction }) => {
  const t = useT()
  const f = useFormat()
  const known = (term: string, text: string | null) =>
    text ? [{ term, text: <span className="whitespace-pre-line">{text}</span> }] : []
  return (
    <Facts
      facts={[
        { term: t('challenge.state'), text: <SanctionTag sanction={s} /> },
        { term: t('sanction.body'), text: <a href={`/orgs/${s.partyId}`}>{s.party}</a> },
        { term: t('sanction.ground'), text: `${t(`sanction.ground.${s.ground}`)} · ${s.source}` },
        ...known(t('sanction.facts'), s.facts),
        { term: t('sanction.reported'), text: f.dateTime(s.reportedAt) },
        ...(s.defenceEndsAt
          ? [{ term: t('sanction.defence.until'), text: f.date(s.defenceEndsAt.getTime() - 1) }]
          : []),
        ...known(t('sanction.defence'), s.defence),
        ...known(t('sanction.decision'), s.decision),
        ...(s.from && s.to
          ? [
              {
                term: t('sanction.dates'),
                text: t('sanction.from-to', { from: f.day(s.from), to: f.day(s.to) }),
              },
            ]
          : []),
        ...(s.liftedOn
          ? [{ term: t('sanction.lift'), text: `${f.day(s.liftedOn)} · ${s.liftGround ?? ''}` }]
          : []),
      ]}
    />
  )
}
