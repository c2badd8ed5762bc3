import { useT } from '#app/i18n/use-t.ts'
import type { ShownChallenge } from '#domain/buy/challenge/find-challenge.ts'
import { Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'
import { Tag } from '../tag.tsx'

type Props = { challenge: ShownChallenge; tender?: boolean }

/** One line of the public register: against what, when, what was answered, what followed; never what was alleged. */
export const ChallengeEntry = ({ challenge: c, tender }: Props) => {
  const t = useT()
  const f = useFormat()
  const last = (at: Date) => f.date(at.getTime() - 1)
  const { complaint } = c
  const ruled = complaint?.outcome
    ? `${t(`complaint.outcome.${complaint.outcome}`)} · ${complaint.decision ?? ''}`
    : complaint && t(`complaint.state.${complaint.state}`)
  const paused = complaint?.suspendedUntil && !complaint.decidedAt && !complaint.resumedAt
  const facts = [
    ...(tender
      ? [{ term: t('challenge.tender'), text: <a href={`/tenders/${c.tenderId}`}>{c.tender}</a> }]
      : []),
    { term: t('challenge.matter'), text: t(`challenge.matter.${c.matter}`) },
    { term: t('challenge.raised'), text: f.day(c.submittedAt) },
    c.repliedAt
      ? { term: t('challenge.replied'), text: f.day(c.repliedAt) }
      : { term: t('challenge.due'), text: last(c.replyDueAt) },
    ...(c.remedy ? [{ term: t('challenge.remedy'), text: t(`challenge.remedy.${c.remedy}`) }] : []),
    ...(c.complaintEndsAt && !complaint
      ? [{ term: t('challenge.complaint'), text: last(c.complaintEndsAt) }]
      : []),
    ...(complaint
      ? [
          { term: t('complaint.title'), text: `${complaint.refNo} · ${f.day(complaint.filedAt)}` },
          { term: t('complaint.decision'), text: ruled ?? '' },
        ]
      : []),
    ...(complaint?.remedy
      ? [{ term: t('challenge.remedy'), text: t(`challenge.remedy.${complaint.remedy}`) }]
      : []),
    ...(paused ? [{ term: t('complaint.suspended'), text: last(complaint.suspendedUntil!) }] : []),
  ]
  return (
    <article id={c.refNo} className="border-hair border-b py-4">
      <h3 className="mb-1">
        {c.challenger
          ? t('challenge.one', { by: c.challenger, no: c.refNo })
          : t('challenge.one.unnamed', { no: c.refNo })}
      </h3>
      <p className="mb-2">
        <Tag kind={c.repliedAt ? 'done' : 'wait'}>{t(`challenge.state.${c.state}`)}</Tag>
      </p>
      {c.reply ? <p>{c.reply}</p> : null}
      <Facts facts={facts} />
    </article>
  )
}
