import { useLoaderData } from '@remix-run/react'
import { useNamed } from '#app/components/buy/use-named.ts'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { dropSearchForm, searchForm } from '#domain/buy/tender/search-forms.ts'
import { dropSearch, keepSearch, searchesPage } from '#domain/buy/tender/searches.ts'

export const handle = titled('search.title')
export const loader = pageLoader((ctx) => searchesPage(ctx))
const goTo = () => '/tenders/searches'
export const action = formActions({
  keep: oneForm({ form: searchForm, run: keepSearch, goTo }),
  drop: oneForm({ form: dropSearchForm, run: dropSearch, goTo }),
})

type Kept = Awaited<ReturnType<typeof searchesPage>>
const Own = ({ page: { searches, routes, buyers } }: { page: Kept }) => {
  const t = useT()
  const named = useNamed()
  const said = ({ words, methodCode, buyerId }: Kept['searches'][number]) => {
    const route = routes.find((m) => m.code === methodCode)
    const buyer = buyers.find((b) => b.id === buyerId)
    return [words, route && named(route), buyer && named(buyer)].filter(Boolean).join(t('list.semicolon'))
  }
  if (searches.length === 0) return <p className="quiet">{t('search.none')}</p>
  return (
    <ul>
      {searches.map((one) => (
        <li key={one.id} id={one.id} className="border-b border-hair py-3">
          <p className="mb-1 font-bold">{said(one)}</p>
          <Form name="drop" look="second" submit={t('search.drop')} hidden={{ searchId: one.id }} />
        </li>
      ))}
    </ul>
  )
}

/** 订阅: what a person wants to hear of; nobody else reads it. */
export default function Searches() {
  const t = useT()
  const named = useNamed()
  const page = useLoaderData<typeof loader>()
  const any = { value: '', label: t('search.any') }
  return (
    <Page
      narrow
      back={{ to: '/tenders', label: t('tender.all') }}
      title={t('search.title')}
      lead={t('search.lead')}
    >
      <Section plain title={t('search.own')}>
        <Own page={page} />
      </Section>
      <Section plain title={t('search.new')}>
        <Form name="keep" submit={t('search.do')}>
          <Field name="words" optional label={t('search.words')} hint={t('search.words.hint')} />
          <Field
            name="methodCode"
            kind="select"
            optional
            label={t('search.route')}
            options={[any, ...page.routes.map((m) => ({ value: m.code, label: named(m) }))]}
          />
          <Field
            name="buyerId"
            kind="select"
            optional
            label={t('search.buyer')}
            options={[any, ...page.buyers.map((b) => ({ value: b.id, label: named(b) }))]}
          />
        </Form>
      </Section>
    </Page>
  )
}
