import { Qr } from '#app/components/ask/qr.tsx'
import { Section } from '#app/components/page.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { readSharePage } from '#domain/ask/vote/trustees/read-trustees.ts'

type Data = Awaited<ReturnType<typeof readSharePage>>
/** The share on a sheet for the safe; shown this once, in answer to the passphrase. */
export const ShareSheet = ({ share, data }: { share: string; data: Data }) => {
  const t = useT()
  const no = data.trustees.findIndex((one) => one.id === data.mine.id) + 1
  return (
    <Section title={t('share.sheet', { round: data.round.name, no })}>
      <p className="screen">{t('share.printed')}</p>
      <p className="font-song text-xl">{share.replaceAll('-', ' ')}</p>
      <div className="max-w-40">
        <Qr text={share} label={t('share.qr')} />
      </div>
      <p className="small quiet">{`${data.mine.name} · ${data.round.refNo}. ${t('share.sheet.say')}`}</p>
    </Section>
  )
}
