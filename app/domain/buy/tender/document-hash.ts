import { sha256 } from '#app/ports/vault.ts'
import { contentOf } from './document-content.ts'
import type { TenderFacts } from './find-tender.ts'

/** 采购文件的指纹: changes with any word, point, sum, date or file of it. */
export const documentHash = (t: TenderFacts): string => sha256(contentOf(t))
