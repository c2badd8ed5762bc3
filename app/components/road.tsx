import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'

/** The four chapters of every matter, in the order they happen: 问需 采购 服务 评价. */
export const chapters = ['ask', 'buy', 'deliver', 'rate'] as const
export type ChapterName = (typeof chapters)[number]

type RoadProps = {
  /** Where it stands; `done` when all four are behind it. */
  at: ChapterName | 'done'
  /** How far through the chapter it stands in, in percent. */
  here?: number
  /** Short lines under a station: its dates, what is happening. */
  notes?: Partial<Record<ChapterName, readonly ReactNode[]>>
  size?: 'mini' | 'big'
  label?: string
}

const tenths = [
  'here-0',
  'here-1',
  'here-2',
  'here-3',
  'here-4',
  '',
  'here-6',
  'here-7',
  'here-8',
  'here-9',
] as const
const hereClass = (percent: number) => tenths[Math.min(9, Math.max(0, Math.round(percent / 10)))] ?? ''

/** The road (一条路): how far a matter has come, on every page, card and list row. */
export const Road = ({ at, here = 50, notes = {}, size, label }: RoadProps) => {
  const t = useT()
  const now = at === 'done' ? chapters.length : chapters.indexOf(at)
  const frame = size === 'mini' ? 'road mini' : size === 'big' ? 'road big' : 'road'
  return (
    <ol className={`${frame} ${hereClass(here)}`.trim()} aria-label={label ?? t('road.label')}>
      {chapters.map((chapter, index) => {
        const state = index < now ? 'past' : index === now ? 'now' : 'ahead'
        return (
          <li
            key={chapter}
            className={state === 'ahead' ? undefined : state}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <b>
              {t(`chapter.${chapter}`)}
              <span className="vh">{` ${t(`road.${state}`)}`}</span>
            </b>
            {(notes[chapter] ?? []).map((note, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
              <i key={line}>{note}</i>
            ))}
          </li>
        )
      })}
    </ol>
  )
}
