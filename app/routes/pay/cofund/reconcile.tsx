import { useLoaderData } from '@remix-run/react'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
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
  const f = useFormat()
  const { days, rows, dead, replays } = useLoaderData<typeof loader>()
  return (
    <Page title={t('reconcile.title')} lead={t('reconcile.lead')}>
      <Section title={t('reconcile.days')} aside={String(days.length)}>
        {days.length === 0 ? (
          <p className="quiet">{t('reconcile.none')}</p>
        ) : (
          <Table
            caption={t('reconcile.days')}
            captionHidden
            columns={[
              { head: t('reconcile.day') },
              { head: t('reconcile.matched') },
              { head: t('reconcile.differing') },
            ]}
            rows={days.map((one) => ({
              key: one.id,
              cells: [f.short(one.day), f.number(one.matched), f.number(one.differing)],
            }))}
          />
        )}
        {days.length > 0 ? <ExcelLink to="/desk/reconciliation/file.xlsx" /> : null}
      </Section>
      {rows.length > 0 ? (
        <Section title={t('reconcile.rows')} aside={String(rows.length)}>
          <Table
            caption={t('reconcile.rows')}
            captionHidden
            columns={[
              { head: t('reconcile.kind') },
              { head: t('reconcile.day') },
              { head: t('reconcile.key') },
              { head: t('reconcile.ours'), money: true },
              { head: t('reconcile.theirs'), money: true },
            ]}
            rows={rows.map((row) => ({
              key: `${row.day} ${row.kind} ${row.key} ${row.proof}`,
              cells: [
                t(`reconcile.kind.${row.kind}`),
                f.short(row.day),
                <span key="k" className="hash">
                  {row.key || row.proof}
                </span>,
                row.ours === null ? '—' : <Money key="o" fen={row.ours} />,
                row.theirs === null ? '—' : <Money key="t" fen={row.theirs} />,
              ],
            }))}
          />
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
