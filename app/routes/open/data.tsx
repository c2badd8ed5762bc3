import { useLoaderData } from '@remix-run/react'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { publicLoader } from '#app/http/page-loader.server.ts'
import type { Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readDictionary } from '#domain/open/ocds/read-settings.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('data.title')
export const loader = publicLoader((ctx) => readDictionary(ctx))

const downloads = [
  ['feed', '/open/ocds/releases.json'],
  ['all', '/open/ocds/releases.jsonl'],
  ['tenders', '/open/ocds/tables/tenders.csv'],
  ['awards', '/open/ocds/tables/awards.csv'],
  ['contracts', '/open/ocds/tables/contracts.csv'],
  ['payments', '/open/ocds/tables/payments.csv'],
  ['extension', '/open/ocds/extension/extension.json'],
] as const
const others = ['open-data.1', 'open-data.2', 'open-data.3'] as const

const Downloads = () => {
  const t = useT()
  return (
    <Section title={t('data.get')}>
      <ul>
        {downloads.map(([name, to]) => (
          <li key={name}>
            <a className="hit" href={to}>
              {t(`data.get.${name}`)}
            </a>
          </li>
        ))}
        <li>{t('data.get.record')}</li>
      </ul>
      <h3>{t('data.also')}</h3>
      {others.map((key) => (
        <p key={key}>{t(key)}</p>
      ))}
    </Section>
  )
}

const Fields = () => {
  const t = useT()
  const { fields } = useLoaderData<typeof loader>()
  const heads = ['name', 'meaning', 'example', 'update', 'licence'] as const
  return (
    <Section title={t('data.fields')}>
      <Table
        caption={t('data.fields')}
        captionHidden
        columns={heads.map((head) => ({ head: t(`data.col.${head}`) }))}
        rows={fields.map(({ path, example, update }) => ({
          key: path,
          cells: [
            <code key="path" className="break-all">
              {path}
            </code>,
            t(`data.field.${path}` as Key),
            <code key="example" className="break-all">
              {example}
            </code>,
            t(`data.update.${update}` as Key),
            'CC BY 4.0',
          ],
        }))}
      />
    </Section>
  )
}

/** 公开数据: where to download it, under which licence, and what each field means. */
export default function OpenData() {
  const t = useT()
  const { prefix, registered } = useLoaderData<typeof loader>()
  return (
    <Page title={t('data.title')} lead={t('data.lead')}>
      <p>{t('data.standard')}</p>
      <p>
        {t('data.prefix', { prefix })} {t(registered ? 'data.prefix.registered' : 'data.prefix.not')}
      </p>
      <Downloads />
      <Section title={t('data.licence')}>
        <p>{t('data.licence.words')}</p>
        <p>{t('data.private')}</p>
      </Section>
      <Fields />
    </Page>
  )
}
