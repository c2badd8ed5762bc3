import { useT } from '#app/i18n/use-t.ts'
import { Card } from '../card.tsx'

/** 确认码, told to the aide once the visit was as it should be. */
export const FamilyCode = ({ code }: { code: string | null }) => {
  const t = useT()
  if (!code) return null
  return (
    <Card title={t('visit.code')}>
      <p className="num text-2xl">{code}</p>
      <p className="quiet">{t('visit.code.hint')}</p>
    </Card>
  )
}
