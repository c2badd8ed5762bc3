import { useLoaderData } from '@remix-run/react'
import { Empty, Note } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { RoundFields } from '#app/components/vote/round-fields.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { draftRound } from '#domain/ask/vote/draft-round.ts'
import { readDraftPage } from '#domain/ask/vote/read-draft.ts'
import { roundForm } from '#domain/ask/vote/round-form.ts'

export const handle = titled('rounds.new')
export const loader = pageLoader((ctx, _params, url) =>
  readDraftPage(ctx, null, url.searchParams.get('rerun')),
)
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
        <Form submit={t('round.form.save')} hidden={data.rerun ? { rerunOf: data.rerun.id } : {}}>
          {data.rerun ? (
            <Note kind="wait">{t('round.form.rerun', { name: data.rerun.name, no: data.rerun.refNo })}</Note>
          ) : null}
          <RoundFields {...data} />
        </Form>
      )}
    </Page>
  )
}
