import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import { useFormat } from '../format.ts'

type Listed = { id: string; name: string; size: number; hash: string }
type Props = { tenderId: string; documents: readonly Listed[]; act?: (document: Listed) => ReactNode }

/** 采购文件附件: each with its size and its fingerprint, to be fetched and compared. */
export const DocumentList = ({ tenderId, documents, act }: Props) => {
  const t = useT()
  const f = useFormat()
  if (documents.length === 0) return <p className="quiet">{t('document.none')}</p>
  return (
    <ul>
      {documents.map((d) => (
        <li key={d.id} className="border-b border-hair py-3">
          <a className="hit" href={`/tenders/${tenderId}/documents/${d.id}`} download>
            {d.name}
          </a>{' '}
          <span className="small quiet num">
            {t('bid.attachments.size', { n: f.number(Math.ceil(d.size / 1024)) })}
          </span>
          <p className="small quiet mb-0">
            {t('document.hash')} <span className="hash">{d.hash}</span>
          </p>
          {act?.(d)}
        </li>
      ))}
    </ul>
  )
}
