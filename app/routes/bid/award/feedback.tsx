import { useLoaderData } from '@remix-run/react'
import { BothPrices } from '#app/components/bid/final-parts.tsx'
import { FormDetails, Note } from '#app/components/card.tsx'
import { Countdown } from '#app/components/countdown.tsx'
import { Links } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { declineOwn } from '#domain/buy/award/decline-award.ts'
import { declineForm } from '#domain/buy/award/forms.ts'
import { type Feedback, readFeedback } from '#domain/buy/award/result.ts'

export const handle = titled('feedback.title')
export const loader = pageLoader((ctx, { tenderId, proposalId }) => readFeedback(ctx, tenderId!, proposalId!))
export const action = formAction({
  form: declineForm,
  run: (ctx, input, { proposalId }) => declineOwn(ctx, { ...input, proposalId: proposalId! }),
  goTo: ({ tenderId }) => `/tenders/${tenderId}/result`,
})
const two = (points: number) => points.toFixed(2)

const Scores = ({ sheet: { criteria, row, means, winner } }: { sheet: Feedback }) => {
  const t = useT()
  if (!row.averages) return null
  return (
    <Table
      caption={t('feedback.caption')}
      columns={[
        { head: t('report.criterion') },
        { head: t('feedback.mine'), money: true },
        ...(winner ? [{ head: t('feedback.winner'), money: true }] : []),
        { head: t('feedback.mean'), money: true },
      ]}
      rows={[
        ...criteria.map((c) => ({
          key: c.code,
          cells: [
            t('panel.score.max', { name: c.name, max: c.max }),
            two(row.averages![c.code] ?? 0),
            ...(winner ? [two(winner.averages?.[c.code] ?? 0)] : []),
            two(means[c.code] ?? 0),
          ],
        })),
        {
          key: 'sum',
          sum: true,
          cells: [t('report.total'), two(row.total ?? 0), ...(winner ? [two(winner.total ?? 0)] : []), ''],
        },
      ]}
    />
  )
}

export default function FeedbackPage() {
  const t = useT()
  const sheet = useLoaderData<typeof loader>()
  const { tender, award, failed, row, of, wins, words, criteria, clocks } = sheet
  const name = (code: string) => criteria.find((c) => c.code === code)?.name ?? code
  return (
    <Page
      back={{ to: `/tenders/${tender.id}${award ? '/result' : ''}`, label: tender.title }}
      eyebrow={row.supplier}
      title={t('feedback.title')}
      lead={
        row.rank
          ? t(wins ? 'feedback.won' : 'feedback.lost', { rank: row.rank, n: of })
          : t(failed !== null && !row.ground ? 'feedback.failed.valid' : 'feedback.aside')
      }
    >
      {failed === null ? null : <Note kind="late">{t('feedback.failed', { reason: failed })}</Note>}
      {row.ground ? (
        <Note kind="late">
          {t('report.ground', { ground: t(`ground.${row.ground as 'low_price'}`), words: row.reason ?? '' })}
        </Note>
      ) : null}
      <BothPrices row={row} />
      <Scores sheet={sheet} />
      {words.length > 0 ? (
        <Section title={t('feedback.words')} aside={t('feedback.words.hint')}>
          <ul className="list-disc pl-6">
            {words.map((w) => (
              <li key={w.code + w.comment}>{t('feedback.word', { name: name(w.code), words: w.comment })}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t('feedback.next')}>
        <p className="mb-1">{t(clocks.object.late ? 'feedback.next.over' : 'feedback.next.text')}</p>
        <Countdown clock={clocks.object} />
        {clocks.sign ? (
          <>
            <p className="mb-1 mt-4">{t('feedback.sign')}</p>
            <Countdown clock={clocks.sign} />
          </>
        ) : null}
        {clocks.object.late ? null : (
          <Links links={[{ to: `/tenders/${tender.id}/challenge`, label: t('tender.challenge') }]} />
        )}
      </Section>
      {wins && (award?.state === 'notified' || award?.state === 'effective') ? (
        <FormDetails form="" summary={t('feedback.decline')}>
          <Form look="danger" submit={t('feedback.decline.do')}>
            <Field
              name="reason"
              kind="long"
              rows={3}
              label={t('feedback.decline.why')}
              hint={t('feedback.decline.hint')}
            />
          </Form>
        </FormDetails>
      ) : null}
    </Page>
  )
}
