import type { Chapter } from './lifecycle.ts'

/** A deadline as people are shown it: its date, its source, and how binding it is. */
export type Due = { at: Date; source: string; mark: 'statute' | 'reference' | 'local' }

/** One row of a desk: a verb, a matter, where it stands, by when, one tap to act. */
export type DeskItem = {
  /** `desk.<key>` in i18n, beginning with a verb. */
  key: string
  params?: Record<string, string | number>
  matter: string
  amount?: number
  /** Where on the road it stands; null beside the road. */
  chapter: Chapter | null
  due: Due | null
  since: Date
  link: string
  /** act: waits for me · wait: waits for others */
  kind: 'act' | 'wait'
}
