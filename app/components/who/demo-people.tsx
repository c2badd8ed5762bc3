import { useT } from '#app/i18n/use-t.ts'
import type { DemoPerson } from '#domain/who/sign-in/demo-people.ts'
import { Section } from '../page.tsx'

const bodiesOf = (people: readonly DemoPerson[]) => [...Map.groupBy(people, (p) => p.partyId).values()]

/** Every person of a demonstration, one tap each, by the body they sit in. */
export const DemoPeople = ({ people }: { people: readonly DemoPerson[] }) => {
  const t = useT()
  return (
    <Section title={t('sign-in.demo')}>
      <p className="quiet mt-3">{t('sign-in.demo.lead')}</p>
      {bodiesOf(people).map((members) => (
        <details key={members[0]!.partyId} open={['S1', 'C1', 'SC1'].includes(members[0]!.partyId)}>
          <summary className="hit">{members[0]!.party}</summary>
          <ul className="grid list-none gap-1 p-0">
            {members.map((person) => (
              <li key={`${person.id}${person.role}`}>
                <form method="post" action="/sign-in/demo">
                  <button
                    type="submit"
                    className="as-link"
                    name="personId"
                    value={person.id}
                    aria-label={t('sign-in.demo.as', { name: `${person.name} ${t(`role.${person.role}`)}` })}
                  >
                    {person.name}
                  </button>{' '}
                  <span className="quiet small">{t(`role.${person.role}`)}</span>
                </form>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Section>
  )
}
