import { useLoaderData } from '@remix-run/react'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { carePage } from '#domain/deliver/care/care-page.ts'

export const handle = titled('care.sheet.title')
export const loader = pageLoader((ctx, { careId }) => carePage(ctx, careId!))

const lines = Array.from({ length: 12 }, (_, at) => String(at + 1))

/** 上门服务签字单: hangs in the house with its code, one line a visit. */
export default function Sheet() {
  const t = useT()
  const { care, person, code, today } = useLoaderData<typeof loader>()
  const no = `${care.refNo}-${today.slice(0, 7)}`
  return (
    <Page
      back={{ to: `/care/${care.id}`, label: t('care.card', { name: person.name }) }}
      eyebrow={t('care.sheet.no', { no })}
      title={t('care.sheet.title')}
      lead={t('care.sheet.lead')}
    >
      {code ? (
        <p>
          {t('care.code')} <b className="num">{code}</b>
        </p>
      ) : null}
      <Table
        caption={t('care.sheet.title')}
        captionHidden
        columns={[
          { head: t('care.sheet.no', { no: '' }) },
          { head: t('care.sheet.on') },
          { head: t('care.sheet.service') },
          { head: t('care.sheet.in-out') },
          { head: t('care.sheet.sign') },
        ]}
        rows={lines.map((line) => ({ key: line, cells: [line, '', '', '', ''] }))}
      />
    </Page>
  )
}
