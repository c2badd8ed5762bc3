import { useT } from '#app/i18n/use-t.ts'
import { Acts, ButtonLink } from '../button.tsx'
import { Section } from '../page.tsx'

/** The contract to save, as PDF and as Word. */
export const PaperLinks = ({ base, copy }: { base: string; copy?: boolean }) => {
  const t = useT()
  return (
    <Section title={t('paper.download')}>
      <p className="quiet">{t(copy ? 'paper.lead.copy' : 'paper.contract.lead')}</p>
      <Acts>
        <ButtonLink look="second" to={`${base}/contract.pdf`}>
          {t('paper.pdf')}
        </ButtonLink>
        <ButtonLink look="second" to={`${base}/contract.docx`}>
          {t('paper.word')}
        </ButtonLink>
        {copy ? (
          <ButtonLink look="second" to={`${base}/print`}>
            {t('genuine.print')}
          </ButtonLink>
        ) : null}
      </Acts>
    </Section>
  )
}
