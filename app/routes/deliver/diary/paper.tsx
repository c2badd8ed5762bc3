import { useLoaderData } from '@remix-run/react'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { recordPage } from '#domain/deliver/diary/diary-page.ts'

export const handle = titled('diary.paper')
export const loader = pageLoader((ctx, { contractId }) => recordPage(ctx, contractId!))

const lines = Array.from({ length: 15 }, (_, at) => String(at + 1))

/** 服务日志纸表: filled in where there is no signal, typed in afterwards. */
export default function DiaryPaper() {
  const t = useT()
  const { id, title } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: `/work/${id}/diary`, label: t('diary.title') }}
      eyebrow={title}
      title={t('diary.paper')}
      lead={t('diary.paper.lead')}
    >
      <Table
        caption={t('diary.paper')}
        captionHidden
        columns={[
          { head: t('care.sheet.no', { no: '' }) },
          { head: t('diary.held-on') },
          { head: t('diary.kind') },
          { head: t('diary.what') },
          { head: t('diary.who') },
          { head: t('diary.minutes') },
          { head: t('diary.by') },
        ]}
        rows={lines.map((line) => ({ key: line, cells: [line, '', '', '', '', '', ''] }))}
      />
    </Page>
  )
}
