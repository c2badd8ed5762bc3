import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChoosePlace } from '#app/components/ask/choose-place.tsx'
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
import { choosePlace } from '#domain/ask/suggestion/choose-place.ts'
import { placeForm } from '#domain/ask/suggestion/forms.ts'
import { communities, gridsByCommunity } from '#domain/where/bodies-of-community.ts'

export const handle = titled('ask.place.title')
const AT_ONCE = 8

export const loader = pageLoader(async ({ db, vault, actor }, _params, url, request) => {
  const draft = askDraftIn(request, vault)
  if (!draft.topic) throw redirect('/ask/new')
  const own = draft.communityId ?? actor.communityId
  const all = await communities(db)
  if (all.length <= AT_ONCE) return { draft, own, all, grids: await gridsByCommunity(db), step: null }
  const streetId = url.searchParams.get('street')
  const communityId = url.searchParams.get('community') ?? (streetId === null ? own : null)
  const step = await choosePlace(db, { streetId: streetId || null, communityId })
  return { draft, own, all: [], grids: step.grids, step }
})

export const action = formAction({
  form: placeForm,
  run: async (ctx, input, _params, request) => {
    await checkPlace(ctx, input)
    const { gridId, building, where } = input
    return withAnswers(request, ctx.vault, { ...input, gridId, building, where })
  },
  goTo: () => '/ask/new/words',
  headers: ({ draft }, request) => askDraftCookie(request, draft),
})

export default function Place() {
  const t = useT()
  const { draft, own, all, grids, step } = useLoaderData<typeof loader>()
  const asks = step === null || step.community !== null
  const hidden: Record<string, string> = step?.community ? { communityId: step.community.id } : {}
  return (
    <Page
      narrow
      back={{ to: '/ask/new' }}
      eyebrow={t('ask.step', { at: 2, of: 4 })}
      title={t('ask.place.title')}
    >
      {step ? <ChoosePlace {...step} /> : null}
      {asks ? (
        <Form submit={t('ask.continue')} hidden={hidden}>
          {step ? null : (
            <Choices
              name="communityId"
              legend={t('ask.community')}
              fallback={own ?? []}
              options={all.map(({ id, name }) => ({ value: id, label: name }))}
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
            name="building"
            label={t('ask.building')}
            hint={t('ask.building.hint')}
            fallback={draft.building ?? ''}
            optional
          />
          <Field
            name="where"
            label={t('ask.where')}
            hint={t('ask.where.hint')}
            fallback={draft.where ?? ''}
            optional
          />
        </Form>
      ) : null}
    </Page>
  )
}
