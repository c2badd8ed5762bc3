import { useLoaderData } from '@remix-run/react'
import { NegativeHits } from '#app/components/ask/negative-hits.tsx'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { hitsOf, negativeList } from '#domain/ask/need/negative-list.ts'
import { authorize } from '#domain/policy/index.ts'

export const handle = titled('plan.check')
export const loader = pageLoader(async (ctx, _params, url) => {
  authorize(ctx.actor, 'plan.draft', { buyerId: ctx.actor.seat?.partyId ?? '' })
  const said = negativeList.map(({ id }) => [id, url.searchParams.get(id)] as const)
  const answers = Object.fromEntries(said.map(([id, answer]) => [id, answer === 'yes']))
  return {
    list: negativeList.map(({ id, article }) => ({ id, article })),
    said: Object.fromEntries(said.map(([id, answer]) => [id, answer ?? ''])),
    asked: said.some(([, answer]) => answer !== null),
    whole: said.every(([, answer]) => answer === 'yes' || answer === 'no'),
    hits: hitsOf({ itemType: 'service', negativeAnswers: answers }),
  }
})

/** 负面清单: what may not be bought is told so before a plan is written, with where to go instead. */
export default function CheckPlan() {
  const t = useT()
  const { list, said, asked, whole, hits } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/plans', label: t('plans.title') }}
      title={t('plan.check')}
      lead={t('plan.check.lead')}
    >
      {hits.length > 0 ? <NegativeHits hits={hits} /> : null}
      {asked && !whole ? <p className="err">{t('plan.check.rest')}</p> : null}
      {whole && hits.length === 0 ? (
        <Note kind="done">
          <p>{t('plan.check.fine')}</p>
          <ButtonLink to="/desk/plans/new">{t('plan.new')}</ButtonLink>
        </Note>
      ) : null}
      <form method="get">
        {list.map(({ id, article }) => (
          <Choices
            key={id}
            name={id}
            legend={t(`negative.ask.${id}`)}
            hint={article}
            fallback={said[id] ?? ''}
            options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`answer.${value}`) }))}
          />
        ))}
        <div className="acts">
          <Button>{t('plan.check.ask')}</Button>
        </div>
      </form>
    </Page>
  )
}
