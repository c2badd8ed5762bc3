import { useT } from '#app/i18n/use-t.ts'
import type { Result } from '#domain/buy/award/result.ts'
import { Facts } from '../check-answers.tsx'
import { Links } from '../entry.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { Tag } from '../tag.tsx'

type Props = { challenges: Result['challenges']; tenderId: string }

/** 质疑登记: that one came, and what was answered. */
export const ChallengeRegister = ({ challenges, tenderId }: Props) => {
  const t = useT()
  const f = useFormat()
  const datesOf = (c: Result['challenges'][number]) => [
    { term: t('challenge.raised'), text: f.day(c.submittedAt) },
    c.repliedAt
      ? { term: t('challenge.replied'), text: f.day(c.repliedAt) }
      : { term: t('challenge.due'), text: f.date(c.replyDueAt.getTime() - 1) },
    ...(c.complaintEndsAt
      ? [{ term: t('challenge.complaint'), text: f.date(c.complaintEndsAt.getTime() - 1) }]
      : []),
  ]
  const complaintOf = ({ complaint: c }: Result['challenges'][number]) =>
    c
      ? [
          { term: t('complaint.title'), text: `${c.refNo} · ${f.day(c.filedAt)}` },
          {
            term: t('complaint.decision'),
            text: c.outcome
              ? `${t(`complaint.outcome.${c.outcome}`)} · ${c.decision ?? ''}`
              : t(`complaint.state.${c.state}`),
          },
        ]
      : []
  return (
    <Section id="challenges" title={t('challenge.register')} aside={t('challenge.register.hint')}>
      {challenges.length === 0 ? <p className="quiet">{t('challenge.none')}</p> : null}
      {challenges.map((c) => (
        <article key={c.id} className="border-hair border-b py-4">
          <h3 className="mb-1">{t('challenge.one', { by: c.challenger, no: c.refNo })}</h3>
          <p className="mb-2">
            <Tag kind={c.repliedAt ? 'done' : 'wait'}>{t(`challenge.state.${c.state}`)}</Tag>
          </p>
          {c.reply ? <p>{c.reply}</p> : null}
          <Facts facts={[...datesOf(c), ...complaintOf(c)]} />
        </article>
      ))}
      <Links links={[{ to: `/tenders/${tenderId}/challenge`, label: t('tender.challenge') }]} />
    </Section>
  )
}
