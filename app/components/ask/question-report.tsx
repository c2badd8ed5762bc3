import { useT } from '#app/i18n/use-t.ts'
import type { QuestionReport } from '#domain/ask/survey/survey-report.ts'
import { Bar } from '../bar.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'

const Share = ({ label, share }: { label: string; share: number | null }) => {
  const t = useT()
  const f = useFormat()
  return share === null ? (
    <span className="quiet small">{t('report.hidden')}</span>
  ) : (
    <span className="grid w-full grid-cols-2 items-center gap-4">
      <Bar share={share} label={`${label} ${f.percent(share)}`} />
      <span className="num">{f.percent(share)}</span>
    </span>
  )
}

/** What one question found: a bar for the eye, the figures beside it, and nothing small enough to point at anyone. */
export const Found = ({ question, at }: { question: QuestionReport; at: number }) => {
  const t = useT()
  const f = useFormat()
  const { bars, mean, answered } = question
  const shown = bars.some(({ count }) => count !== null)
  const said = [
    answered === null ? t('report.few') : t('report.answered', { n: answered }),
    mean === null ? '' : t('report.mean', { mean: f.number(mean) }),
  ].filter(Boolean)
  return (
    <Section title={t('survey.question', { at: at + 1, text: question.text })} aside={said.join(' ')}>
      {bars.length === 0 ? <p className="quiet small">{t('report.words')}</p> : null}
      {bars.length > 0 && !shown ? <p className="quiet small">{t('report.all-few')}</p> : null}
      {shown ? (
        <Table
          caption={question.text}
          captionHidden
          columns={[
            { head: t('report.option') },
            { head: t('report.share') },
            { head: t('report.count'), money: true },
          ]}
          rows={bars.map(({ label, count, share }) => ({
            key: label,
            cells: [
              label,
              <Share key="share" label={label} share={share} />,
              count === null ? '' : f.number(count),
            ],
          }))}
        />
      ) : null}
    </Section>
  )
}
