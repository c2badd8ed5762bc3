import type { Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Empty } from '../card.tsx'
import { useFormat } from '../format.ts'
import { type Matter, Matters, type Trip, Trips } from '../matters.tsx'
import { Section } from '../page.tsx'
import { PlaceLinks } from './place-links.tsx'

export type HomePageProps = {
  place: string
  /** Legal date of today. */
  today: string
  /** A sentence about the voting that is open, in the reader's language; none when there is none. */
  voting: string | null
  /** What one can act on or object to, soonest first. */
  open: readonly Matter[]
  trips: readonly Trip[]
  communities: readonly { id: string; name: string; nameEn: string | null }[]
  chosen?: string | null
}

const doors = [
  { to: '/ask/new', mark: 'home.door.need.mark', name: 'home.door.need', say: 'home.door.need.say' },
  { to: '/votes', mark: 'home.door.vote.mark', name: 'home.door.vote', say: 'home.door.vote.none' },
  { to: '/track', mark: 'home.door.track.mark', name: 'home.door.track', say: 'home.door.track.say' },
] as const satisfies readonly { to: string; mark: Key; name: Key; say: Key }[]

const about = ['home.about.1', 'home.about.2', 'home.about.3', 'home.about.4', 'home.about.5'] as const

/** The front page: three doors, what is open near me now, what is on the road, then what this is. */
export const HomePage = ({
  place,
  today,
  voting,
  open,
  trips,
  communities,
  chosen = null,
}: HomePageProps) => {
  const t = useT()
  return (
    <>
      <Place place={place} today={today} />
      <Doors voting={voting} />
      <Section title={t('home.open')}>
        {open.length > 0 ? (
          <Matters matters={open} />
        ) : (
          <Empty action={{ to: '/ask/new', label: t('home.door.need') }}>{t('home.open.none')}</Empty>
        )}
        <p className="small quiet mt-3">{t('home.counting')}</p>
      </Section>
      <Section title={t('home.trips', { place })}>
        {trips.length > 0 ? <Trips trips={trips} /> : <Empty>{t('home.trips.none')}</Empty>}
        <p className="mt-2">
          <a className="hit" href="/projects">
            {t('home.trips.all')}
          </a>
        </p>
      </Section>
      <Section id="places" title={t('place.choose')}>
        <PlaceLinks to="/" communities={communities} chosen={chosen} />
      </Section>
      <Section title={t('home.about')}>
        <ol className="steps">
          {about.map((line) => (
            <li key={line}>{t(line)}</li>
          ))}
        </ol>
      </Section>
    </>
  )
}

const Place = ({ place, today }: Pick<HomePageProps, 'place' | 'today'>) => {
  const t = useT()
  const format = useFormat()
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 pb-2 pt-5">
      <h1>{place}</h1>
      <p className="quiet small m-0">{format.date(today)}</p>
      <a className="hit small print:hidden" href="#places">
        {t('place.choose')}
      </a>
    </div>
  )
}

const Doors = ({ voting }: { voting: string | null }) => {
  const t = useT()
  return (
    <nav aria-label={t('home.doors')}>
      <ul className="doors">
        {doors.map(({ to, mark, name, say }) => (
          <li key={to}>
            <a href={to}>
              <i aria-hidden="true">{t(mark)}</i>
              <span>
                <b>{t(name)}</b>
                <span>{name === 'home.door.vote' && voting ? voting : t(say)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
