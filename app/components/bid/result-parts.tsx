import { useT } from '#app/i18n/use-t.ts'
import type { Result } from '#domain/buy/award/result.ts'
import { Note } from '../card.tsx'
import { Section } from '../page.tsx'

/** Who judged, published with the result. */
export const ResultPanel = ({ result }: { result: Result }) => {
  const t = useT()
  return (
    <Section title={t('result.panel')} aside={t('result.panel.hint')}>
      <ul className="list-disc pl-6">
        {result.members.map((m) => (
          <li key={m.ordinal}>
            {m.name} <span className="quiet">{t(`panel.kind.${m.kind}`)}</span>
            {m.dissent ? <Note>{t('report.dissent.said', { words: m.dissent })}</Note> : null}
          </li>
        ))}
      </ul>
      {result.recused.length > 0 ? (
        <p className="quiet">{t('result.recused', { n: result.recused.length })}</p>
      ) : null}
      <p className="links screen">
        <a href={`/tenders/${result.tender.id}/draw`}>{t('draw.title')}</a>
      </p>
    </Section>
  )
}

/** 采购文件 goes out with the result (实施条例 第四十三条). */
export const ResultDocuments = ({ result: { tender, documents, documentHash } }: { result: Result }) => {
  const t = useT()
  return (
    <Section title={t('result.documents')} aside={t('result.documents.hint')}>
      <ul className="list-disc pl-6">
        <li>
          <a href={`/tenders/${tender.id}`}>{t('result.documents.call', { no: tender.refNo })}</a>{' '}
          <span className="hash">{documentHash.slice(0, 16)}</span>
        </li>
        {documents.map((d) => (
          <li key={d.id}>
            <a href={`/tenders/${tender.id}/documents/${d.id}`}>{d.name}</a>{' '}
            <span className="hash">{d.hash.slice(0, 16)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
