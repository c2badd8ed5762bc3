import { useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { RoundFields } from '#app/components/vote/round-fields.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { changeRound } from '#domain/ask/vote/draft-round.ts'
import { readDraftPage } from '#domain/ask/vote/read-draft.ts'
import { roundForm } from '#domain/ask/vote/round-form.ts'

export const handle = titled('round.edit')
export const loader = pageLoader((ctx, { roundId = '' }) => readDraftPage(ctx, roundId))
export const action = formAction({
  form: roundForm,
  run: (ctx, input, { roundId = '' }) => changeRound(ctx, { ...input, id: roundId }),
  goTo: ({ id }) => `/desk/rounds/${id}`,
})

export default function EditRound() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/rounds/${data.round?.id}`, label: data.round?.name }}
      title={t('round.edit')}
    >
      <Form submit={t('round.form.save')}>
        <RoundFields {...data} />
      </Form>
    </Page>
  )
}
