import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { askDraftCookie, askDraftIn, withAnswers } from '#app/http/ask-draft.server.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { checkPlace } from '#domain/ask/suggestion/check-place.ts'
import { placeForm } from '#domain/ask/suggestion/forms.ts'
import { communities, gridsByCommunity } from '#domain/where/bodies-of-community.ts'

export const handle = titled('ask.place.title')

export const loader = pageLoader(async ({ db, vault, actor }, _params, _url, request) => {
  const draft = askDraftIn(request, vault)
  if (!draft.topic) throw redirect('/ask/new')
  const chosen = draft.communityId ?? actor.communityId
  return { draft, chosen, places: await communities(db), grids: await gridsByCommunity(db) }
})

export const action = formAction({
  form: placeForm,
  run: async (ctx, input, _params, request) => {
    await checkPlace(ctx, input)
    return withAnswers(request, ctx.vault, { ...input, gridId: input.gridId, where: input.where })
  },
  goTo: () => '/ask/new/words',
  headers: ({ draft }, request) => askDraftCookie(request, draft),
})

export default function Place() {
  const t = useT()
  const { draft, chosen, places, grids } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/ask/new' }}
      eyebrow={t('ask.step', { at: 2, of: 4 })}
      title={t('ask.place.title')}
    >
      <Form submit={t('ask.continue')}>
        {places.length > 8 ? (
          <Field
            name="communityId"
            kind="select"
            label={t('ask.community')}
            fallback={chosen}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <Choices
            name="communityId"
            legend={t('ask.community')}
            fallback={chosen ?? []}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Field
          name="gridId"
          kind="select"
          label={t('ask.grid')}
          hint={t('ask.grid.hint')}
          fallback={draft.gridId ?? ''}
          optional
          options={grids.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field
          name="where"
          label={t('ask.where')}
          hint={t('ask.where.hint')}
          fallback={draft.where ?? ''}
          optional
        />
      </Form>
    </Page>
  )
}
