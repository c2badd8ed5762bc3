import { useLoaderData } from '@remix-run/react'
import { Masked } from '#app/components/bid/masked.tsx'
import { BudgetSheet, CheckedFacts, Papers } from '#app/components/bid/proposal-facts.tsx'
import { ScoreProgress } from '#app/components/bid/score-progress.tsx'
import { ScoreSheet } from '#app/components/bid/score-sheet.tsx'
import { useAlias } from '#app/components/bid/use-alias.ts'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { scoreForm } from '#domain/buy/evaluation/forms.ts'
import { nextToScore } from '#domain/buy/evaluation/next-to-score.ts'
import { readPart } from '#domain/buy/evaluation/read-part.ts'
import { scorePart } from '#domain/buy/evaluation/score-part.ts'

export const handle = titled('panel.score')
export const loader = pageLoader((ctx, { tenderId, proposalId, code }) =>
  readPart(ctx, tenderId!, proposalId!, code!),
)
export const action = formAction({
  form: scoreForm,
  run: async (ctx, input, { tenderId, proposalId, code }) => {
    await scorePart(ctx, { ...input, tenderId: tenderId!, proposalId: proposalId!, code: code! })
    return nextToScore(ctx, { tenderId: tenderId!, proposalId: proposalId! })
  },
  goTo: ({ tenderId, proposalId, code }) =>
    code ? `/panel/${tenderId}/score/${proposalId}/${code}` : `/panel/${tenderId}`,
})

export default function Score() {
  const t = useT()
  const f = useFormat()
  const alias = useAlias()
  const part = useLoaderData<typeof loader>()
  const { call, criterion, facts, words, proposals, size, submitted, declaredAt } = part
  return (
    <Page
      back={{ to: `/panel/${call.id}`, label: call.title }}
      eyebrow={t('panel.score.of', {
        at: proposals.findIndex((p) => p.id === facts.id) + 1,
        n: proposals.length,
      })}
      title={t('panel.score.title', { alias: alias(facts.alias) })}
    >
      <ScoreProgress part={part} />
      <div className="score-desk mt-4 grid items-start gap-8 md:grid-cols-2">
        <article className="card">
          <h2>{criterion.name}</h2>
          <p className="quiet small">{criterion.guidance}</p>
          <div className="whitespace-pre-line">
            {words.length > 0 ? (
              <Masked runs={words} />
            ) : (
              <p className="quiet">{t('panel.score.no-words')}</p>
            )}
          </div>
          <BudgetSheet p={facts} />
          {criterion.kind === 'objective' ? <CheckedFacts p={facts} /> : null}
          <Papers p={facts} tenderId={call.id} />
        </article>
        <ScoreSheet part={part} />
      </div>
      <Section plain title={t('panel.score.mind')}>
        <dl className="facts">
          <div>
            <dt>{t('panel.about.others')}</dt>
            <dd>{t('panel.about.others.text', { n: size, submitted })}</dd>
          </div>
          <div>
            <dt>{t('panel.about.ties')}</dt>
            <dd>
              {declaredAt ? t('panel.score.declared', { at: f.dateTime(declaredAt) }) : null}{' '}
              <a href={`/panel/${call.id}`}>{t('panel.score.recognised')}</a>
            </dd>
          </div>
        </dl>
      </Section>
    </Page>
  )
}
