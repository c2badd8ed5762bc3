import { useT } from '#app/i18n/use-t.ts'
import type { DemoPerson } from '#domain/who/sign-in/demo-people.ts'
import { Section } from '../page.tsx'
import { useGoingTo } from '../shell/sign-in-link.ts'

/** One person a part of the road, in the order they come upon it: a resident, his community, street, organisation. */
const road = [
  'U115',
  'U017',
  'U018',
  'U019',
  'U020',
  'U005',
  'U006',
  'U007',
  'U047',
  'U048',
  'U089',
  'U103',
  'U013',
  'U008',
  'U122',
  'U123',
]
const bodiesOf = (people: readonly DemoPerson[]) => [...Map.groupBy(people, (p) => p.partyId).values()]

/** Every person of a demonstration, one tap each: first those of one street, then all by the body they sit in. */
export const DemoPeople = ({ people }: { people: readonly DemoPerson[] }) => {
  const t = useT()
  const walkers = road.flatMap((id) => people.find((p) => p.id === id) ?? [])
  return (
    <Section title={t('sign-in.demo')}>
      <p className="quiet mt-3">{t('sign-in.demo.lead')}</p>
      {walkers.length > 0 ? <h3 className="mt-4">{t('sign-in.demo.road')}</h3> : null}
      <People people={walkers} with="party" />
      <h3 className="mt-8">{t('sign-in.demo.all')}</h3>
      {bodiesOf(people).map((members) => (
        <details key={members[0]!.partyId}>
          <summary className="hit">{members[0]!.party}</summary>
          <People people={members} />
        </details>
      ))}
    </Section>
  )
}

const People = ({ people, with: more }: { people: readonly DemoPerson[]; with?: 'party' }) => {
  const t = useT()
  const going = useGoingTo()
  return (
    <ul className="mt-2 grid gap-x-8 md:grid-cols-2 elder:grid-cols-1">
      {people.map((person) => (
        <li key={`${person.id}${person.role}`} className="border-b border-hair pb-2">
          <form method="post" action={`/sign-in/demo${going}`}>
            <button
              type="submit"
              className="as-link"
              name="personId"
              value={person.id}
              aria-label={t('sign-in.demo.as', { name: `${person.name} ${t(`role.${person.role}`)}` })}
            >
              {person.name}
            </button>
            <span className="quiet small block">
              {t(`role.${person.role}`)}
              {more ? ` · ${person.party}` : ''}
            </span>
          </form>
        </li>
      ))}
    </ul>
  )
}
