import { useT } from '#app/i18n/use-t.ts'
import type { readChallenges } from '#domain/buy/challenge/read-challenge.ts'
import { Facts } from '../check-answers.tsx'
import { Countdown } from '../countdown.tsx'
import { Links } from '../entry.tsx'
import { Form } from '../form.tsx'
import { Section } from '../page.tsx'
import { Tag } from '../tag.tsx'

type Own = Awaited<ReturnType<typeof readChallenges>>['own'][number]

/** A challenge as the body that raised it reads it: its words, the answer, what followed, the way on. */
export const OwnChallenge = ({ challenge: c, tenderId }: { challenge: Own; tenderId: string }) => {
  const t = useT()
  return (
    <Section title={t('challenge.own', { no: c.refNo })}>
      <p>
        <Tag kind={c.reply ? 'done' : 'wait'}>{t(`challenge.state.${c.state}`)}</Tag>
      </p>
      <Facts
        facts={[
          { term: t('challenge.matter'), text: t(`challenge.matter.${c.matter}`) },
          { term: t('challenge.items'), text: <span className="whitespace-pre-line">{c.items}</span> },
          { term: t('challenge.due'), text: <Countdown clock={c.clocks.reply} /> },
          ...(c.reply ? [{ term: t('challenge.reply'), text: c.reply }] : []),
          ...(c.remedy ? [{ term: t('challenge.remedy'), text: t(`challenge.remedy.${c.remedy}`) }] : []),
          ...(c.clocks.complaint
            ? [{ term: t('challenge.complaint'), text: <Countdown clock={c.clocks.complaint} /> }]
            : []),
        ]}
      />
      {c.state === 'withdrawn' ? null : (
        <Links links={[{ to: `/tenders/${tenderId}/complaint/${c.id}`, label: t('complaint.title') }]} />
      )}
      {c.state === 'submitted' || c.state === 'admitted' ? (
        <Form name="withdraw" look="second" submit={t('challenge.withdraw')} hidden={{ challengeId: c.id }} />
      ) : null}
    </Section>
  )
}
