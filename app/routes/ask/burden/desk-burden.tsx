import { useLoaderData } from '@remix-run/react'
import { BurdenFields, BurdenRows } from '#app/components/ask/burden-entry.tsx'
import { Empty } from '#app/components/card.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { enterBurden } from '#domain/ask/suggestion/burden/enter-burden.ts'
import { enterBurdenForm, strikeBurdenForm } from '#domain/ask/suggestion/burden/forms.ts'
import { readBurdenEntry } from '#domain/ask/suggestion/burden/read-entry.ts'
import { strikeBurden } from '#domain/ask/suggestion/burden/strike-burden.ts'

export const handle = titled('burden.desk.title')
export const loader = pageLoader((ctx) => readBurdenEntry(ctx))
const goTo = () => '/desk/burden'
export const action = formActions({
  enter: oneForm({ form: enterBurdenForm, run: enterBurden, goTo }),
  strike: oneForm({ form: strikeBurdenForm, run: strikeBurden, goTo }),
})

/** 登记部门要的表: the clerk enters what was asked of the committee. */
export default function DeskBurden() {
  const t = useT()
  const { communityName, streetId, months, rows, duties } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/desk/suggestions', label: t('suggestions.title') }}
      eyebrow={communityName}
      title={t('burden.desk.title')}
      lead={t('burden.desk.lead')}
    >
      <Form name="enter" submit={t('burden.enter')}>
        <BurdenFields months={months} duties={duties} />
      </Form>
      <Section title={t('burden.entered')} aside={t('burden.entered.n', { n: rows.length })}>
        {rows.length === 0 ? <Empty>{t('burden.entered.none')}</Empty> : <BurdenRows rows={rows} />}
        <a className="hit" href={`/burden?street=${streetId}`}>
          {t('burden.public')}
        </a>
        <ExcelLink to="/desk/burden.xlsx" />
      </Section>
    </Page>
  )
}
