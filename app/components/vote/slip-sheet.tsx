import { Qr } from '#app/components/ask/qr.tsx'
import { useFormat } from '#app/components/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { Slip } from '#domain/ask/vote/print-slips.ts'
import type { ShownRound } from '#domain/ask/vote/read-round.ts'

type Props = { round: ShownRound; slips: readonly Slip[]; address: string }

/** One slip an entry, to be cut: the QR opens the page, the code is typed there and stands in no address. */
export const SlipSheet = ({ round, slips, address }: Props) => {
  const t = useT()
  const f = useFormat()
  return (
    <ul className="grid gap-4">
      {slips.map((slip) => (
        <li
          key={slip.code}
          className="card grid grid-cols-[minmax(0,1fr)_5rem] gap-4 items-center [break-inside:avoid]"
        >
          <div>
            <p className="mb-0 small quiet">{`${round.place.name} · ${round.name}`}</p>
            <p className="mb-0">{`${slip.label} · ${slip.householdKey}`}</p>
            <p className="mb-0 small">{t('slips.code')}</p>
            <p className="mb-0 num font-song font-bold text-xl">{slip.code}</p>
            <p className="mb-0 small">
              {t('slips.until', {
                open: f.short(round.opensAt),
                date: f.short(new Date(round.closesAt.getTime() - 1)),
              })}
            </p>
            <p className="mb-0 small hash">{address}</p>
          </div>
          <Qr text={address} label={t('slips.qr', { address })} />
        </li>
      ))}
    </ul>
  )
}
