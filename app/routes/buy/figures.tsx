import { useLoaderData } from '@remix-run/react'
import { useFigureNamed, useFigureSaid } from '#app/components/buy/figure-said.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { figuresPage } from '#domain/buy/plan/figures-page.ts'

export const handle = titled('figure.title')
export const loader = pageLoader((ctx) => figuresPage(ctx))

/** 参数: every figure a rule asks for, each leading to its next version. */
export default function Figures() {
  const t = useT()
  const named = useFigureNamed()
  const said = useFigureSaid()
  const { figures } = useLoaderData<typeof loader>()
  return (
    <Page back={{ to: '/rules', label: t('rules.title') }} title={t('figure.title')} lead={t('figure.lead')}>
      <Table
        caption={t('figure.title')}
        captionHidden
        columns={[
          { head: t('figure.name') },
          { head: t('rules.value') },
          { head: t('rules.article') },
          { head: t('figure.do') },
        ]}
        rows={figures.map((figure) => ({
          key: figure.id,
          cells: [
            named(figure),
            said(figure),
            `${figure.source === named(figure) ? figure.code : figure.source} · ${t(`due.mark.${figure.mark === 'statute' ? 'law' : (figure.mark as 'local')}`)}`,
            <a key="set" className="hit" href={`/desk/figures/${figure.code}`}>
              {t('figure.set')}
            </a>,
          ],
        }))}
      />
    </Page>
  )
}
