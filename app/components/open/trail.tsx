import { type Translate, told } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { ToldEntry } from '#domain/open/trail.ts'
import { Entry, type Proof, TrailChapter } from '../entry.tsx'
import { type Format, useFormat } from '../format.ts'
import { type ChapterName, chapters } from '../road.tsx'
import { Sealed } from '../seal.tsx'

const title = (t: Translate, { key, params = {} }: ToldEntry) =>
  told(t, `trail.${key}?${new URLSearchParams(Object.entries(params).map(([k, v]) => [k, String(v)]))}`)

function proofOf(e: ToldEntry, t: Translate, f: Format): Proof[] {
  const office = [e.by, e.byRole ? t(`role.${e.byRole}` as 'role.resident') : null].filter(Boolean).join(' ')
  return [
    ...(office ? [{ term: t('proof.by'), text: office }] : []),
    ...(e.ground ? [{ term: t('proof.ground'), text: e.ground }] : []),
    ...(e.paper ? [{ term: t('proof.paper'), text: <a href={e.paper.href}>{e.paper.label}</a> }] : []),
    ...(e.hash ? [{ term: t('proof.hash'), text: <span className="hash">{e.hash.slice(0, 16)}</span> }] : []),
    ...(e.amount
      ? [{ term: t('proof.amount'), text: <span className="num">{f.money(e.amount)}</span> }]
      : []),
  ]
}
const sealOf = (e: ToldEntry, t: Translate, f: Format) => {
  const words = e.seal && told(t, `seal.${e.seal.key}`)
  return e.seal && words ? (
    <Sealed words={[words.slice(0, 2), words.slice(2)]} number={e.seal.no} date={f.day(e.at)} />
  ) : undefined
}

/** The project's facts in the order of the road, each with what proves it. */
export const Trail = ({ entries, at }: { entries: readonly ToldEntry[]; at: ChapterName | 'done' }) => {
  const t = useT()
  const f = useFormat()
  const now = at === 'done' ? chapters.length : chapters.indexOf(at)
  return chapters.map((chapter, i) => (
    <div key={chapter}>
      <TrailChapter state={i < now ? 'past' : i === now ? 'now' : 'ahead'}>
        {t(`chapter.${chapter}`)}
      </TrailChapter>
      {entries
        .filter((e) => e.chapter === chapter)
        .map((e) => (
          <Entry
            key={`${e.key} ${e.at.getTime()} ${e.paper?.href ?? ''} ${e.words ?? ''}`}
            when={f.day(e.at)}
            title={title(t, e)}
            proof={proofOf(e, t, f)}
            seal={sealOf(e, t, f)}
          >
            {e.words ? <p>{told(t, e.words)}</p> : null}
          </Entry>
        ))}
      {entries.some((e) => e.chapter === chapter) ? null : (
        <p className="quiet small">{t(i <= now ? 'trail.nothing' : 'trail.ahead')}</p>
      )}
    </div>
  ))
}
