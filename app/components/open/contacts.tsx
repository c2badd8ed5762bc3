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
  const posts = [
    ...new Set(contacts.map(({ party, role }) => t('wait.who', { body: party, role: t(`role.${role}`) }))),
  ]
  return (
    <Section title={t('handover.contacts')} id="contacts">
      <p className="small quiet">{t('handover.contacts.lead')}</p>
      <Facts
        facts={posts.map((term) => ({
          term,
          text: contacts
            .filter(({ party, role }) => t('wait.who', { body: party, role: t(`role.${role}`) }) === term)
            .map(({ name, since }) => (since ? t('handover.name-since', { name, date: f.day(since) }) : name))
            .join(t('list.comma')),
        }))}
      />
    </Section>
  )
}
