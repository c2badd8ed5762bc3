import { type Lang, type Translate, told } from '#app/i18n/index.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import type { ToldEntry } from '#domain/open/trail.ts'
import { Details } from '../card.tsx'
import { Entry, type Proof, TrailChapter, TrailFold } from '../entry.tsx'
import { type Format, useFormat } from '../format.ts'
import { type ChapterName, chapters } from '../road.tsx'
import { Sealed } from '../seal.tsx'
import { type Step, withSteps } from './trail-steps.ts'

/** What has a name in English too is called by it there. */
const title = (t: Translate, lang: Lang, { key, params = {} }: ToldEntry) => {
  const value = (k: string, v: string | number) => String((lang === 'en' && params[`${k}En`]) || v)
  return told(
    t,
    `trail.${key}?${new URLSearchParams(Object.entries(params).map(([k, v]) => [k, value(k, v)]))}`,
  )
}

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

/** One fact; the steps that led to it lie folded under it. */
const Fact = ({ step: { entry: e, before } }: { step: Step }) => {
  const t = useT()
  const f = useFormat()
  const lang = useLang()
  const office = (b: ToldEntry) => [b.by, b.byRole ? t(`role.${b.byRole}` as 'role.resident') : null]
  return (
    <Entry when={f.day(e.at)} title={title(t, lang, e)} proof={proofOf(e, t, f)} seal={sealOf(e, t, f)}>
      {e.words ? <p>{told(t, e.words)}</p> : null}
      {before.length > 0 ? (
        <Details summary={t('trail.steps', { n: before.length })}>
          <ul className="small grid gap-2">
            {before.map((b) => (
              <li key={`${b.key} ${b.at.getTime()}`}>
                <span className="quiet num">{f.day(b.at)}</span> {title(t, lang, b)}
                {b.words ? <span className="block">{told(t, b.words)}</span> : null}
                <span className="quiet block">{office(b).filter(Boolean).join(' ')}</span>
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Entry>
  )
}

const Facts = ({ facts }: { facts: readonly ToldEntry[] }) =>
  withSteps(facts).map((step) => {
    const { key, at, paper, words } = step.entry
    return (
      <Fact
        key={`${key} ${at.getTime()} ${paper?.href ?? ''} ${paper?.label ?? ''} ${words ?? ''}`}
        step={step}
      />
    )
  })

/** The project's facts in the order of the road, each with what proves it; the chapters one is not in are folded. */
export const Trail = ({ entries, at }: { entries: readonly ToldEntry[]; at: ChapterName | 'done' }) => {
  const t = useT()
  const f = useFormat()
  const now = at === 'done' ? chapters.length : chapters.indexOf(at)
  const reached = new Set(entries.map((e) => e.chapter))
  const last = chapters.findLastIndex((chapter) => reached.has(chapter))
  return chapters.map((chapter, i) => {
    const facts = entries.filter((e) => e.chapter === chapter)
    const heading = (
      <TrailChapter state={i < now ? 'past' : i === now ? 'now' : 'ahead'}>
        {t(`chapter.${chapter}`)}
      </TrailChapter>
    )
    const [first] = facts
    if (!first)
      return (
        <div key={chapter} id={`trail-${chapter}`}>
          {heading}
          <p className="quiet small">{t(i <= now ? 'trail.nothing' : 'trail.ahead')}</p>
        </div>
      )
    const said = { from: f.day(first.at), to: f.day(facts.at(-1)!.at), n: facts.length }
    const line = t(said.from === said.to ? 'trail.fold.day' : 'trail.fold', said)
    const open = i === Math.min(now, last)
    return (
      <TrailFold key={chapter} id={`trail-${chapter}`} heading={heading} said={line} open={open}>
        <Facts facts={facts} />
      </TrailFold>
    )
  })
}
