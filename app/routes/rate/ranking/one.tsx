import type { ActionFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { DecideForm, RankingActs } from '#app/components/rate/ranking-acts.tsx'
import { RankingTable, RankStanding } from '#app/components/rate/ranking-table.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import * as forms from '#domain/rate/ranking/forms.ts'
import { decideMerit, decideObjection, objectRanking } from '#domain/rate/ranking/object-ranking.ts'
import { oneRanking } from '#domain/rate/ranking/ranking-page.ts'

export const handle = titled('ranking.title')
export const loader = pageLoader((ctx, { id }) => oneRanking(ctx, id!))

const goTo = ({ id }: { id: string }) => `/desk/ranking/${id}`
const decide = oneForm({
  form: forms.decideForm,
  run: (ctx, said, { id }) => decideObjection(ctx, { ...said, rankingId: id! }),
  goTo,
})
const rest = {
  object: oneForm({
    form: forms.objectForm,
    run: (ctx, said, { id }) => objectRanking(ctx, { ...said, rankingId: id! }),
    goTo,
  }),
  merit: oneForm({
    form: forms.meritForm,
    run: (ctx, said, { id }) => decideMerit(ctx, { ...said, rankingId: id! }),
    goTo,
  }),
}
/** One form an objection, each with a name of its own, so that what was typed comes back in its place. */
export const action = async (args: ActionFunctionArgs) => {
  const name = String((await args.request.clone().formData()).get('_form') ?? '')
  return formActions(name.startsWith('decide-') ? { [name]: decide } : rest)(args)
}

/** One ranking, with what is said against it. */
export default function OneRankingPage() {
  const t = useT()
  const f = useFormat()
  const { ranking: r, objections, may } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/desk/ranking', label: t('ranking.title') }}
      eyebrow={r.refNo}
      title={t('ranking.of', { period: r.period, kind: t(`ranking.kind.${r.kind}`) })}
    >
      <RankStanding r={r} />
      <RankingTable r={r} />
      {objections.length > 0 ? (
        <Section title={t('ranking.objections')} aside={String(objections.length)}>
          {objections.map((o) => (
            <div key={o.id} className="mt-4">
              <p>
                {o.name}{' '}
                <Tag kind={o.state === 'raised' ? 'wait' : 'done'}>{t(`ranking.objection.${o.state}`)}</Tag>{' '}
                {f.day(o.raisedAt)}
              </p>
              <p>{o.words}</p>
              {o.answer ? <p className="quiet">{o.answer}</p> : null}
              {o.decide ? <DecideForm id={o.id} /> : null}
            </div>
          ))}
        </Section>
      ) : null}
      <RankingActs may={may} lines={r.lines} />
    </Page>
  )
}
