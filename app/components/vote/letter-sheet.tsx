import { Qr } from '#app/components/ask/qr.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { ShownRound } from '#domain/ask/vote/read-round.ts'
import type { Letter } from '#domain/ask/vote/sheets/read-letters.ts'

type Props = { round: ShownRound; letters: readonly Letter[]; address: string }

const OneLetter = ({ round, letter, address }: Omit<Props, 'letters'> & { letter: Letter }) => {
  const t = useT()
  return (
    <li className="card grid grid-cols-[minmax(0,1fr)_5rem] gap-4 items-center [break-inside:avoid]">
      <div>
        <p className="mb-0 small quiet">{`${round.place.name} · ${round.name}`}</p>
        <p className="mb-0">{`${letter.label} · ${letter.householdKey}`}</p>
        <p className="mb-0">{t(letter.spoiled ? `spoiled.${letter.spoiled}.say` : 'letters.in')}</p>
        <p className="mb-0 small">{t('vote.receipt.no')}</p>
        <p className="mb-0 num font-song font-bold text-xl">{letter.receiptNo}</p>
        <p className="mb-0 small">{t('letters.check')}</p>
      </div>
      <Qr text={address} label={t('letters.qr')} />
    </li>
  )
}

/** One receipt a paper voter, to be cut and delivered, a building a page. */
export const LetterSheet = ({ letters, ...at }: Props) => {
  const t = useT()
  const buildings = [...new Set(letters.map(({ building }) => building))]
  return (
    <>
      {buildings.map((building, i) => {
        const own = letters.filter((letter) => letter.building === building)
        return (
          <section key={building ?? ''} className={i > 0 ? 'mt-6 [break-before:page]' : 'mt-4'}>
            <h2 className="mb-3">
              {building === null
                ? t('slips.no-building', { n: own.length })
                : t('slips.building', { building, n: own.length })}
            </h2>
            <ul className="grid gap-4">
              {own.map((letter) => (
                <OneLetter key={letter.receiptNo} letter={letter} {...at} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
