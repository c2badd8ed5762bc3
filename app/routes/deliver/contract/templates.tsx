import { useLoaderData } from '@remix-run/react'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { Tag } from '#app/components/tag.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { templatesPage } from '#domain/deliver/contract/template/template-page.ts'

export const handle = titled('contract-template.title')
export const loader = pageLoader((ctx) => templatesPage(ctx))

/** 合同示范文本: every version, and which one is in force. */
export default function Templates() {
  const t = useT()
  const f = useFormat()
  const { versions, revises } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/rules', label: t('rules.title') }}
      title={t('contract-template.title')}
      lead={t('contract-template.lead')}
    >
      <Section title={t('contract-template.versions')}>
        <Table
          caption={t('contract-template.versions')}
          captionHidden
          columns={[
            { head: t('contract-template.version') },
            { head: t('contract-template.from') },
            { head: t('contract-template.ground') },
            { head: t('milestone.state') },
          ]}
          rows={versions.map((v) => ({
            key: v.id,
            cells: [
              <a key="to" href={`/contract-templates/${v.id}`}>
                {t('contract-template.name', { n: v.version })}
              </a>,
              f.day(v.from),
              v.ground ?? v.basis,
              v.current ? (
                <Tag key="s" kind="done">
                  {t('contract-template.current')}
                </Tag>
              ) : (
                <Tag key="s" kind="plain">
                  {t(v.ahead ? 'contract-template.ahead' : 'contract-template.past')}
                </Tag>
              ),
            ],
          }))}
        />
      </Section>
      {revises ? (
        <Acts>
          <ButtonLink to="/desk/contract-templates/new">{t('contract-template.revise')}</ButtonLink>
        </Acts>
      ) : null}
    </Page>
  )
}
