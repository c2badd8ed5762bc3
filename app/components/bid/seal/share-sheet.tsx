import { useT } from '#app/i18n/use-t.ts'
import type { ShareDesk } from '#domain/buy/seal/read-keepers.ts'
import { Qr } from '../../ask/qr.tsx'
import { Section } from '../../page.tsx'

export type Printed = { shares: Array<{ envelope: string; share: string }> }
/** The share on a sheet for the safe; shown this once, in answer to the passphrase. */
export const ShareSheet = ({ shares, desk: { call, mine } }: Printed & { desk: ShareDesk }) => {
  const t = useT()
  return (
    <Section title={t('seal.share.sheet', { name: call.title, no: mine.ordinal })}>
      <p className="screen">{t('share.printed')}</p>
      {shares.map(({ envelope, share }) => (
        <div key={envelope} className="mb-6">
          <p>{t(`seal.share.envelope.${envelope as 'whole' | 'quality' | 'price' | 'final'}`)}</p>
          <p className="font-song text-xl">{share.replaceAll('-', ' ')}</p>
          <div className="max-w-40">
            <Qr text={share} label={t('share.qr')} />
          </div>
        </div>
      ))}
      <p className="small quiet">{`${mine.name} · ${call.refNo}. ${t('seal.share.sheet.say')}`}</p>
    </Section>
  )
}
