import { useT } from '#app/i18n/use-t.ts'
import type { Result } from '#domain/buy/award/result.ts'
import { Entry, Links } from '../entry.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { Tag } from '../tag.tsx'

type Props = { challenges: Result['challenges']; tenderId: string }

/** 质疑登记: that one came, and what was answered. */
export const ChallengeRegister = ({ challenges, tenderId }: Props) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section id="challenges" title={t('challenge.register')} aside={t('challenge.register.hint')}>
      {challenges.length === 0 ? <p className="quiet">{t('challenge.none')}</p> : null}
      {challenges.map((c) => (
        <Entry
          key={c.id}
          when={f.day(c.submittedAt)}
          title={t('challenge.one', { by: c.challenger, no: c.refNo })}
          proof={[
            c.repliedAt
              ? { term: t('challenge.replied'), text: f.day(c.repliedAt) }
              : { term: t('challenge.due'), text: f.date(c.replyDueAt.getTime() - 1) },
            ...(c.complaintEndsAt
              ? [{ term: t('challenge.complaint'), text: f.date(c.complaintEndsAt.getTime() - 1) }]
              : []),
          ]}
        >
          <p>
            <Tag kind={c.repliedAt ? 'done' : 'wait'}>{t(`challenge.state.${c.state}`)}</Tag>
          </p>
          {c.reply ? <p>{c.reply}</p> : null}
        </Entry>
      ))}
      <Links links={[{ to: `/tenders/${tenderId}/challenge`, label: t('tender.challenge') }]} />
    </Section>
  )
}
