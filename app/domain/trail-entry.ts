import type { Chapter } from './lifecycle.ts'

/** One dated fact of a project's public page, with the proof beside it. Never a resident's name. */
export type TrailEntry = {
  at: Date
  chapter: Chapter
  /** `trail.<key>` in i18n. */
  key: string
  params?: Record<string, string | number>
  /** What was said: the reason, the finding, the answer. */
  words?: string | null
  /** Office and post that did it. */
  byPartyId?: string | null
  byRole?: string | null
  ground?: string | null
  paper?: { label: string; href: string } | null
  hash?: string | null
  /** A published decision bears the seal: its two short words' key and its number. */
  seal?: { key: string; no: string } | null
  /** 分, where money moved or was fixed. */
  amount?: number | null
}
