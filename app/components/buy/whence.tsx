import { useT } from '#app/i18n/use-t.ts'
import { Links } from '../entry.tsx'
import { Section } from '../page.tsx'

type Plan = { id: string; title: string; needs: readonly { id: string; refNo: string }[] }
/** Back to the project and to the needs it began with. */
export const Whence = ({ plan }: { plan: Plan }) => {
  const t = useT()
  return (
    <Section title={t('voucher.whence')}>
      <Links
        links={[
          { to: `/projects/${plan.id}`, label: plan.title },
          ...plan.needs.map((n) => ({ to: `/needs/${n.id}`, label: t('voucher.need', { no: n.refNo }) })),
        ]}
      />
    </Section>
  )
}
