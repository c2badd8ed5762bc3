import { useT } from '#app/i18n/use-t.ts'

/** The seal (印): only for published decisions: result, award, contract, acceptance, voucher paid. */
export const Seal = ({ words }: { words: readonly [string, string] }) => {
  const t = useT()
  return (
    <span className="seal" role="img" aria-label={t('seal.label', { words: words.join('') })}>
      {words[0]}
      <br />
      {words[1]}
    </span>
  )
}

type SealedProps = { words: readonly [string, string]; number: string; date?: string; verify?: string }

/** The seal with the number of its paper, its date, and where to verify it. */
export const Sealed = ({ words, number, date, verify }: SealedProps) => {
  const t = useT()
  return (
    <div className="sealed">
      <Seal words={words} />
      <span>
        <span className="nb">{number}</span>
        {date ? <span className="num block">{date}</span> : null}
        {verify ? (
          <a className="hit" href={verify}>
            {t('seal.verify')}
          </a>
        ) : null}
      </span>
    </div>
  )
}
