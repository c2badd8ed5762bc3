import { useT } from '#app/i18n/use-t.ts'
import type { readComplaint } from '#domain/buy/challenge/read-complaint.ts'
import { Facts } from '../check-answers.tsx'
import { ClockGround } from '../countdown.tsx'
import { useFormat } from '../format.ts'
import { Tag } from '../tag.tsx'

type Props = { complaint: Awaited<ReturnType<typeof readComplaint>>['complaint'] }

/** 投诉 as its sides read it: what is alleged, by when it is answered, how it was ruled. */
export const ComplaintFacts = ({ complaint: c }: Props) => {
  const t = useT()
  const f = useFormat()
  const said = c.outcome ? t(`complaint.outcome.${c.outcome}`) : t(`complaint.state.${c.state}`)
  return (
    <Facts
      facts={[
        { term: t('complaint.no'), text: c.refNo },
        { term: t('challenge.state'), text: <Tag kind={c.decidedAt ? 'done' : 'wait'}>{said}</Tag> },
        { term: t('complaint.filed'), text: f.dateTime(c.filedAt) },
        {
          term: t('complaint.points'),
          text: (
            <ol className="list-decimal pl-6">
              {c.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ol>
          ),
        },
        { term: t('complaint.items'), text: c.items },
        ...(c.dueAt && !c.decidedAt
          ? [
              {
                term: t(`complaint.due.${c.acceptedAt ? 'ruling' : 'accept'}`),
                text: f.date(c.dueAt.getTime() - 1),
              },
            ]
          : []),
        ...(c.suspendedUntil && !c.decidedAt
          ? [
              {
                term: t('complaint.suspended'),
                text: c.resumedAt
                  ? t('complaint.resumed', { at: f.day(c.resumedAt), ground: c.suspendGround ?? '' })
                  : f.date(c.suspendedUntil.getTime() - 1),
              },
            ]
          : []),
        ...(c.remedy ? [{ term: t('challenge.remedy'), text: t(`challenge.remedy.${c.remedy}`) }] : []),
        ...(c.decision ? [{ term: t('complaint.decision'), text: c.decision }] : []),
      ]}
    />
  )
}

type Copies = Pick<Awaited<ReturnType<typeof readComplaint>>, 'copies'>
/** 投诉书副本: when it went out, beside the last day the rule gives for it. */
export const ComplaintCopies = ({ copies }: Copies) => {
  const t = useT()
  const f = useFormat()
  if (!copies) return null
  return (
    <>
      <Facts
        facts={[
          {
            term: t('complaint.copies'),
            text: t('complaint.copies.sent', { on: f.date(copies.at), by: f.date(copies.clock.on) }),
          },
        ]}
      />
      <ClockGround clock={copies.clock} />
    </>
  )
}
