import { useT } from '#app/i18n/use-t.ts'
import { Links } from '../entry.tsx'
import { Section } from '../page.tsx'
import { Recording } from '../recording.tsx'

/** What came with an ask, for whoever must answer it. */
export const AskFiles = ({ refNo, photos, voice }: { refNo: string; photos: number; voice: boolean }) => {
  const t = useT()
  const at = (file: string | number) => `/desk/suggestions/${refNo}/files/${file}`
  const links = [
    ...Array.from({ length: photos }, (_, i) => ({
      to: at(i + 1),
      label: t('ask.file.photo', { n: i + 1 }),
    })),
  ]
  if (links.length === 0 && !voice) return null
  return (
    <Section title={t('ask.sent.files')}>
      {links.length > 0 ? <Links links={links} /> : null}
      {voice ? <Recording at={at('voice')} label={t('ask.file.voice')} /> : null}
    </Section>
  )
}
