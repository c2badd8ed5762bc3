import { useLoaderData } from '@remix-run/react'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { Tag } from '#app/components/tag.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { listBodies } from '#domain/who/standing/read-body.ts'

export const handle = titled('bodies.title')
export const loader = pageLoader(async (ctx) => ({ bodies: await listBodies(ctx) }))

export default function Bodies() {
  const t = useT()
  const { bodies } = useLoaderData<typeof loader>()
  return (
    <Page back={{ to: '/desk' }} title={t('bodies.title')} lead={t('bodies.lead')}>
      <Table
        caption={t('bodies.title')}
        captionHidden
        columns={[
          { head: t('orgs.name') },
          { head: t('orgs.kind') },
          { head: t('org.uscc') },
          { head: t('bodies.standing') },
        ]}
        rows={bodies.map((b) => ({
          key: b.id,
          cells: [
            <a key="n" href={`/desk/orgs/${b.id}`}>
              {b.name}
            </a>,
            t(`org.kind.${b.kind as 'organisation'}`),
            <span key="u" className="num">
              {b.uscc ?? '—'}
            </span>,
            b.blocks[0] ? (
              <Tag key="s" kind="late">
                {t(`block.${b.blocks[0].key}`)}
              </Tag>
            ) : (
              t('bodies.free')
            ),
          ],
        }))}
      />
    </Page>
  )
}
