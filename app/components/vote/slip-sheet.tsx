import { Qr } from '#app/components/ask/qr.tsx'
import { useFormat } from '#app/components/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { Slip } from '#domain/ask/vote/print-slips.ts'
import type { ShownRound } from '#domain/ask/vote/read-round.ts'

type Props = { round: ShownRound; slips: readonly Slip[]; address: string }

const OneSlip = ({ round, slip, address }: Omit<Props, 'slips'> & { slip: Slip }) => {
  const t = useT()
  const f = useFormat()
  return (
    <li className="card grid grid-cols-[minmax(0,1fr)_5rem] gap-4 items-center [break-inside:avoid]">
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
  )
}

/** One slip an entry, to be cut, a building a page: the QR opens the page, the code is typed there and stands in no address. */
export const SlipSheet = ({ round, slips, address }: Props) => {
  const t = useT()
  const buildings = [...new Set(slips.map((slip) => slip.building))]
  return (
    <>
      {buildings.map((building, i) => {
        const own = slips.filter((slip) => slip.building === building)
        return (
          <section key={building ?? ''} className={i > 0 ? 'mt-6 [break-before:page]' : 'mt-4'}>
            <h2>
              {building === null
                ? t('slips.no-building', { n: own.length })
                : t('slips.building', { building, n: own.length })}
            </h2>
            <ul className="grid gap-4">
              {own.map((slip) => (
                <OneSlip key={slip.code} round={round} slip={slip} address={address} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
