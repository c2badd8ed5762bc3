import type { ReactNode } from 'react'

export type TagKind = 'wait' | 'done' | 'late' | 'live' | 'plain'
const looks = {
  wait: 'tag tag-wait',
  done: 'tag tag-done',
  late: 'tag tag-late',
  live: 'tag tag-live',
  plain: 'tag tag-plain',
}

/** A state in words, with a shape of its own, so that colour is never the only sign. */
export const Tag = ({ kind = 'plain', children }: { kind?: TagKind; children: ReactNode }) => (
  <span className={looks[kind]}>{children}</span>
)
