import { useT } from '#app/i18n/use-t.ts'
import type { Contact } from '#domain/open/handover/contacts.ts'
import { Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'

/** 找谁: who holds the posts around a project today, and since when one who has taken over. */
export const Contacts = ({ contacts }: { contacts: readonly Contact[] }) => {
  const t = useT()
  const f = useFormat()
  if (contacts.length === 0) return null
  const roles = [...new Set(contacts.map(({ role }) => role))]
  const named = ({ name, since }: Contact) =>
    since ? t('handover.name-since', { name, date: f.day(since) }) : name
  return (
    <Section title={t('handover.contacts')} id="contacts">
      <p className="small quiet">{t('handover.contacts.lead')}</p>
      <Facts
        facts={roles.map((role) => ({
          term: t(`role.${role}`),
          text: contacts
            .filter((one) => one.role === role)
            .map((one) => (
              <span key={`${one.party} ${one.name}`} className="block">
                {named(one)}
                <span className="small quiet block">{one.party}</span>
              </span>
            )),
        }))}
      />
    </Section>
  )
}
