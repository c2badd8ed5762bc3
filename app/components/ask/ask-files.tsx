import { useT } from '#app/i18n/use-t.ts'
import { Links } from '../entry.tsx'
import { Section } from '../page.tsx'

/** What came with an ask, for whoever must answer it. */
export const AskFiles = ({ refNo, photos, voice }: { refNo: string; photos: number; voice: boolean }) => {
  const t = useT()
  const at = (file: string | number) => `/desk/suggestions/${refNo}/files/${file}`
  const links = [
    ...Array.from({ length: photos }, (_, i) => ({
      to: at(i + 1),
      label: t('ask.file.photo', { n: i + 1 }),
    })),
    ...(voice ? [{ to: at('voice'), label: t('ask.file.voice') }] : []),
  ]
  if (links.length === 0) return null
  return (
    <Section title={t('ask.sent.files')}>
      <Links links={links} />
    </Section>
  )
}
