import { useLoaderData } from '@remix-run/react'
import { DocumentParts, DocumentVersions } from '#app/components/buy/document-parts.tsx'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readVersion } from '#domain/buy/tender/versions.ts'

type Read = Awaited<ReturnType<typeof readVersion>>
export const handle = titled<Read>((t, { tender }) => `${tender.title} ${t('document.text')}`)
export { publicHeaders as headers } from '#app/http/public-headers.ts'

const ordinalIn = (version?: string) => (version && /^\d{1,4}$/.test(version) ? Number(version) : undefined)
export const loader = publicLoader((ctx, { tenderId, version }) =>
  readVersion(ctx, tenderId!, version === undefined ? undefined : (ordinalIn(version) ?? -1)),
)

/** 采购文件, whole and printable: this version, its fingerprint, and those before and after. */
export default function DocumentText() {
  const t = useT()
  const f = useFormat()
  const { tender, version, versions, document } = useLoaderData<typeof loader>()
  const { ordinal, latest, hash, at } = version
  return (
    <Page
      narrow
      back={{ to: `/tenders/${tender.id}`, label: tender.title }}
      eyebrow={t('document.version.of', { n: ordinal, all: latest })}
      title={t('document.text')}
      lead={tender.title}
    >
      {ordinal < latest ? (
        <Note kind="wait">
          {t('document.version.old', { n: ordinal })}{' '}
          <a href={`/tenders/${tender.id}/document`}>{t('document.version.see-latest')}</a>
        </Note>
      ) : null}
      <Facts
        facts={[
          { term: t('document.no'), text: document.refNo },
          { term: t('document.buyer'), text: document.buyer },
          { term: t('document.route'), text: document.route },
          { term: t('document.version', { n: ordinal }), text: t('document.at', { at: f.dateTime(at) }) },
          { term: t('document.fingerprint'), text: <span className="hash">{hash}</span> },
        ]}
      />
      <DocumentParts document={document} />
      <DocumentVersions tenderId={tender.id} versions={versions} shown={ordinal} />
      <p className="small quiet mt-6 screen">{t('document.print')}</p>
    </Page>
  )
}
