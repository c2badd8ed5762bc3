import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Bar } from '#app/components/bar.tsx'
import { ButtonLink } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { ActingVoter } from '#app/components/vote/acting-voter.tsx'
import { paperOf, sealedPaper, withPaper } from '#app/http/ballot-paper.server.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import { castPaper } from '#domain/ask/vote/cast-paper.ts'
import { pressForm } from '#domain/ask/vote/forms.ts'
import { readBallot } from '#domain/ask/vote/read-round.ts'

export const handle = titled('ballot.check.title')
export const loader = pageLoader(async (ctx, { roundId = '' }, _url, request) => {
  const paper = await paperOf(ctx, request, roundId)
  if (!paper?.choices.length) throw redirect(`/votes/${roundId}/cast`)
  return readBallot(ctx, paper)
})
export const action = formAction({
  form: pressForm,
  run: async (ctx, _input, { roundId = '' }, request) =>
    castPaper(ctx, roundId, await sealedPaper(request, roundId)),
  goTo: ({ id }) => `/votes/${id}/cast/receipt`,
  headers: withPaper,
})

export default function Check() {
  const t = useT()
  const f = useFormat()
  const lang = useLang()
  const { round, slate, label, choices } = useLoaderData<typeof loader>()
  const chosen = slate.filter((item) => choices.includes(item.needId))
  const spent = chosen.reduce((sum, item) => sum + item.cost, 0)
  const sum = {
    key: 'sum',
    sum: true,
    cells: [t('ballot.sum', { n: chosen.length }), <Money key="s" fen={spent} />],
  }
  return (
    <Page
      narrow
      back={{ to: `/votes/${round.id}/cast/choose`, label: t('ballot.again') }}
      eyebrow={t('ballot.step', { at: 3, what: t('ballot.step.3') })}
      title={t('ballot.check.title')}
      lead={t('ballot.check.lead')}
    >
      <ActingVoter round={round} label={label} />
      <Table
        caption={t('ballot.check.caption')}
        captionHidden
        columns={[{ head: t('vote.result.item') }, { head: t('vote.result.cost'), money: true }]}
        rows={[
          ...chosen.map((item) => ({
            key: item.needId,
            cells: [
              lang === 'en' ? (item.titleEn ?? item.title) : item.title,
              <Money key="c" fen={item.cost} />,
            ],
          })),
          sum,
        ]}
      />
      {round.budgetCapped ? (
        <>
          <p className="mt-4">{t('ballot.left', { amount: f.wan(round.budget - spent) })}</p>
          <Bar
            share={spent / round.budget}
            label={t('ballot.bar', { percent: f.percent(spent / round.budget) })}
          />
        </>
      ) : null}
      <Form
        submit={t('ballot.cast')}
        aside={
          <ButtonLink look="second" to={`/votes/${round.id}/cast/choose`}>
            {t('ballot.again')}
          </ButtonLink>
        }
      >
        <p className="mt-4">{t('ballot.check.sealed')}</p>
      </Form>
    </Page>
  )
}
