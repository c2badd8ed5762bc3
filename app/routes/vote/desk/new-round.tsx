import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { RoundFields } from '#app/components/vote/round-fields.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { draftRound } from '#domain/ask/vote/draft-round.ts'
import { roundForm } from '#domain/ask/vote/round-form.ts'
import { readDraftPage } from '#domain/ask/vote/read-round.ts'

export const handle = titled('rounds.new')
export const loader = pageLoader((ctx) => readDraftPage(ctx, null))
export const action = formAction({ form: roundForm, run: draftRound, goTo: ({ id }) => `/desk/rounds/${id}` })

export default function NewRound() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/rounds', label: t('rounds.title') }}
      title={t('rounds.new')}
      lead={t('round.form.lead')}
    >
      {data.needs.length === 0 ? (
        <Empty action={{ to: '/desk/needs', label: t('round.form.to-needs') }}>
          {t('round.form.no-needs')}
        </Empty>
      ) : (
        <Form submit={t('round.form.save')}>
          <RoundFields {...data} />
        </Form>
      )}
    </Page>
  )
}
