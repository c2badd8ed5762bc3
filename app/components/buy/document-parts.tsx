import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import type { TenderDocumentText } from '#domain/buy/tender/document-content.ts'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { CriteriaTable } from './criteria-table.tsx'
import { Lines } from './tender-facts.tsx'
import { Conditions } from './tender-words.tsx'

type Text = { document: TenderDocumentText }

const Requirement = ({ document: d }: Text) => {
  const t = useT()
  const f = useFormat()
  const parts: Array<[string, ReactNode]> = [
    [t('tender.requirement'), <Lines key="r" words={d.requirement} />],
    [t('tender.qualification'), <Conditions key="q" items={d.qualification} />],
    [
      t('tender.indicators'),
      <ul key="i" className="mb-3 list-disc pl-5">
        {d.indicators.map((i) => (
          <li key={i.name}>
            {t('tender.indicator', { name: i.name, target: f.number(i.target), unit: i.unit })}
          </li>
        ))}
      </ul>,
    ],
    [t('tender.acceptance'), <Lines key="a" words={d.acceptance} />],
  ]
  return parts.map(([title, words]) => (
    <div key={title} className="mt-4">
      <h3>{title}</h3>
      {words}
    </div>
  ))
}

const Scoring = ({ document: d }: Text) => {
  const t = useT()
  const criteria = d.criteria.map(({ bands, levels, ...one }) => ({
    ...one,
    id: one.code,
    bands: bands && Object.fromEntries(bands),
    levels: levels && Object.fromEntries(levels),
  }))
  return <CriteriaTable criteria={criteria} caption={t('criteria.title')} />
}

const Files = ({ document: { files } }: Text) => {
  const t = useT()
  if (files.length === 0) return null
  return (
    <Section title={t('document.title')}>
      <ul>
        {files.map((file) => (
          <li key={file.hash}>
            {file.name} <span className="hash small quiet">{file.hash}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The parts of a procurement document in their order, the tender's own words in their places. */
export const DocumentParts = ({ document }: Text) => (
  <div lang="zh-CN">
    {document.parts.map((part) => (
      <Section key={part.code} title={part.title}>
        <ol className="mb-3 list-decimal pl-5">
          {part.clauses.map((clause) => (
            <li key={clause} className="mb-2">
              {clause}
            </li>
          ))}
        </ol>
        {part.code === 'requirement' ? <Requirement document={document} /> : null}
        {part.code === 'scoring' && document.criteria.length > 0 ? <Scoring document={document} /> : null}
      </Section>
    ))}
    <Files document={document} />
  </div>
)

type Version = { ordinal: number; hash: string; at: Date }
/** 历次版本: each readable, each with its fingerprint. */
export const DocumentVersions = ({
  tenderId,
  versions,
  shown,
}: {
  tenderId: string
  versions: readonly Version[]
  shown?: number
}) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section id="versions" title={t('document.versions')}>
      <ol>
        {versions.map(({ ordinal, hash, at }) => (
          <li key={ordinal} className="border-b border-hair py-3">
            {ordinal === shown ? (
              <strong>{t('document.version', { n: ordinal })}</strong>
            ) : (
              <a className="hit" href={`/tenders/${tenderId}/document/${ordinal}`}>
                {t('document.version', { n: ordinal })}
              </a>
            )}{' '}
            <span className="small quiet">
              {f.dateTime(at)}，{t(ordinal === 1 ? 'document.first' : 'document.amended')}
            </span>
            <p className="small quiet mb-0">
              <span className="hash">{hash}</span>{' '}
              <a className="hit print:hidden" href={`/tenders/${tenderId}/document/${ordinal}/text`} download>
                {t('document.raw')}
              </a>
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
