import type { ActionFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader, refused } from '#app/http/page-loader.server.ts'
import type { Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { adoptFormula } from '#domain/rate/ranking/adopt-formula.ts'
import { formulaForm } from '#domain/rate/ranking/forms.ts'
import { isRankKind } from '#domain/rate/ranking/formula.ts'
import { formulaPage } from '#domain/rate/ranking/ranking-page.ts'
import { Refusal } from '#domain/refusal.ts'

export const handle = titled('ranking.adopt')
export const loader = pageLoader((ctx, { kind }) => formulaPage(ctx, kind!))
export const action = async (args: ActionFunctionArgs) => {
  const kind = args.params.kind ?? ''
  if (!isRankKind(kind)) throw refused(new Refusal('missing', 'ranking-missing'))
  return formAction({
    form: formulaForm(kind),
    run: (ctx, { words, ...weights }) =>
      adoptFormula(ctx, { kind, words: String(words), weights: weights as Record<string, number> }),
    goTo: () => '/desk/ranking',
  })(args)
}

/** 公布新一版公式 */
export default function NewFormula() {
  const t = useT()
  const { kind, weights, least } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/ranking', label: t('ranking.title') }}
      eyebrow={t(`ranking.kind.${kind}`)}
      title={t('ranking.adopt')}
      lead={t('ranking.adopt.lead', { least })}
    >
      <Form submit={t('ranking.adopt.submit')}>
        {Object.entries(weights).map(([code, weight]) => (
          <Field
            key={code}
            name={code}
            kind="number"
            short
            label={`${t(`ranking.measure.${code}` as Key)}（%）`}
            fallback={String(weight)}
          />
        ))}
        <Field name="words" kind="long" rows={3} label={t('ranking.adopt.words')} />
      </Form>
    </Page>
  )
}
