import { useLoaderData } from '@remix-run/react'
import { ComparedDays, Differences } from '#app/components/cofund/differences.tsx'
import { Links } from '#app/components/entry.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { replayForm } from '#domain/deliver/cofund/forms.ts'
import { reconcilePage, replay } from '#domain/deliver/cofund/reconcile-page.ts'

export const handle = titled('reconcile.title')
export const loader = pageLoader((ctx) => reconcilePage(ctx))
const again = oneForm({ form: replayForm, run: replay, goTo: () => '/desk/reconciliation' })
export const action = async (args: Parameters<typeof again>[0]) => again(args, await args.request.formData())

export default function Reconciliation() {
  const t = useT()
  const { days, months, rows, dead, replays } = useLoaderData<typeof loader>()
  return (
    <Page title={t('reconcile.title')} lead={t('reconcile.lead')}>
      <Section title={t('reconcile.days')} aside={String(days.length)}>
        {days.length === 0 ? <p className="quiet">{t('reconcile.none')}</p> : <ComparedDays days={days} />}
        {days.length > 0 ? <ExcelLink to="/desk/reconciliation/file.xlsx" /> : null}
        <Links
          links={months.map((month) => ({
            to: `/desk/reconciliation/${month}`,
            label: t('reconcile.month', { month }),
          }))}
        />
      </Section>
      {rows.length > 0 ? (
        <Section title={t('reconcile.rows')} aside={String(rows.length)}>
          <Differences rows={rows} />
        </Section>
      ) : null}
      <Section title={t('reconcile.dead')} aside={String(dead.length)}>
        {dead.length === 0 ? <p className="quiet">{t('reconcile.dead.none')}</p> : null}
        {dead.map((one) => (
          <div key={one.id} className="mt-3">
            <p className="m-0">
              {one.what} <span className="hash">{one.key}</span>{' '}
              <span className="quiet small">{one.why}</span>
            </p>
            {replays ? (
              <Form name={one.id} look="second" hidden={{ id: one.id }} submit={t('reconcile.replay')} />
            ) : null}
          </div>
        ))}
      </Section>
    </Page>
  )
}
