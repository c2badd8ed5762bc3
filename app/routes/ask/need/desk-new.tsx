import { useLoaderData } from '@remix-run/react'
import { NeedFields } from '#app/components/ask/need-fields.tsx'
import { Note } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import type { Translate } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { draftNeed } from '#domain/ask/need/draft-need.ts'
import { draftNeedForm } from '#domain/ask/need/forms.ts'
import type { Liked } from '#domain/ask/need/project-liked.ts'
import { readForWriting } from '#domain/ask/need/read-need.ts'

export const handle = titled('need.new.title')
export const loader = pageLoader((ctx, _params, url) =>
  readForWriting(ctx, undefined, url.searchParams.get('like')),
)
export const action = formAction({
  form: draftNeedForm,
  run: draftNeed,
  goTo: ({ id }) => `/desk/needs/${id}/negative-list`,
})

/** What a need written after a project of elsewhere begins with: whom it serves and what for; how many, and what it may cost, each community says itself. */
const begun = (t: Translate, { title, refNo, community, ...like }: Liked) => ({
  ...{ ...like, title: '', gridIds: [], beneficiaries: null, estimate: null, urgency: 3, severity: 3 },
  ...{ startsOn: null, endsOn: null, dutyOutside: false },
  evidence: t('showcase.like.evidence', { place: community, title, no: refNo }),
})

export default function NewNeed() {
  const t = useT()
  const { community, like, ...rest } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/needs' }}
      eyebrow={community}
      title={t('need.new.title')}
      lead={t('need.new.lead')}
    >
      {like ? (
        <Note>
          {t('showcase.like.of')} <a href={`/projects/${like.id}`}>{like.title}</a>
        </Note>
      ) : null}
      <Form submit={t('need.save')} hidden={like ? { like: like.id } : {}}>
        <NeedFields {...rest} need={like ? begun(t, like) : null} />
      </Form>
    </Page>
  )
}
