import { sha256 } from '#app/ports/vault.ts'
import type { TenderFacts } from './find-tender.ts'

type Document = Pick<
  TenderFacts,
  | 'refNo'
  | 'title'
  | 'requirement'
  | 'qualification'
  | 'indicators'
  | 'ceiling'
  | 'paymentTemplate'
  | 'deadline'
  | 'criteria'
  | 'documents'
>

/** 采购文件的指纹: changes with any word, point, sum, date or file of it. */
export const documentHash = (t: Document): string =>
  sha256(
    JSON.stringify([
      t.refNo,
      t.title,
      t.requirement,
      t.qualification,
      t.indicators.map((i) => [i.name, i.target, i.unit]),
      t.ceiling,
      t.paymentTemplate,
      t.deadline.getTime(),
      t.criteria.map((c) => [
        c.code,
        c.name,
        c.kind,
        c.max,
        c.items,
        c.bands && Object.entries(c.bands).sort(),
        c.guidance,
      ]),
      ...t.documents.map((d) => [d.name, d.size, d.hash]),
    ]),
  )
