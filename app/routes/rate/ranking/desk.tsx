import { useLoaderData } from '@remix-run/react'
import { Choices } from '#app/components/choices.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { FormulaWords, RankStanding } from '#app/components/rate/ranking-table.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { rankKinds } from '#db/vocabulary.ts'
import { publishForm } from '#domain/rate/ranking/forms.ts'
import { publishRanking } from '#domain/rate/ranking/publish-ranking.ts'
import { rankingDesk } from '#domain/rate/ranking/ranking-page.ts'

export const handle = titled('ranking.title')
export const loader = pageLoader((ctx) => rankingDesk(ctx))
export const action = formAction({
  form: publishForm,
  run: publishRanking,
  goTo: ({ id }) => `/desk/ranking/${id}`,
})

/** 评分排名, for who publishes, objects and decides. */
export default function RankingDesk() {
  const t = useT()
  const { rankings, formulas, period, may } = useLoaderData<typeof loader>()
  return (
    <Page title={t('ranking.title')} lead={t('ranking.desk.lead')} back={{ to: '/desk' }}>
      {rankings.length === 0 ? <p className="quiet">{t('ranking.none')}</p> : null}
      {rankings.map((r) => (
        <Section
          key={r.id}
          title={t('ranking.of', { period: r.period, kind: t(`ranking.kind.${r.kind}`) })}
          aside={r.refNo}
        >
          <RankStanding r={{ ...r, lines: [] }} />
          <p>
            <a className="hit" href={`/desk/ranking/${r.id}`}>
              {t('ratings.see')}
            </a>
          </p>
        </Section>
      ))}
      {may.publish ? (
        <Section title={t('ranking.publish')}>
          <p>{t('ranking.publish.say', { period })}</p>
          <Form submit={t('ranking.publish.submit')}>
            <Choices
              name="kind"
              legend={t('ranking.kind')}
              options={rankKinds.map((value) => ({ value, label: t(`ranking.kind.${value}`) }))}
            />
          </Form>
        </Section>
      ) : null}
      <Section title={t('ranking.formula')}>
        {formulas.map((formula) => (
          <div key={formula.kind}>
            <FormulaWords formula={formula} />
            {may.adopt ? (
              <p>
                <a className="hit" href={`/desk/ranking/formula/${formula.kind}`}>
                  {t('ranking.adopt')}
                </a>
              </p>
            ) : null}
          </div>
        ))}
      </Section>
    </Page>
  )
}
