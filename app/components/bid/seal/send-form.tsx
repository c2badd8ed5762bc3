import { useT } from '#app/i18n/use-t.ts'
import type { ReadSealing } from '#domain/buy/seal/read-sealing.ts'
import { Note } from '../../card.tsx'

/** Says where it will be sealed; the script uncovers the better half of it. */
export const WhereSealed = ({ file }: { file?: boolean }) => {
  const t = useT()
  return (
    <>
      <div data-part="server">
        <Note kind="wait">{t(file ? 'bid.seal.file.server' : 'bid.seal.server')}</Note>
      </div>
      <div data-part="browser" hidden>
        <Note kind="done">{t(file ? 'bid.seal.file.browser' : 'bid.seal.browser')}</Note>
      </div>
      <p data-part="working" role="status" hidden>
        {t('bid.seal.working')}
      </p>
      <div data-part="trouble" hidden>
        <Note kind="late">{t('bid.seal.trouble')}</Note>
        <button type="submit" className="btn second" data-part="by-server">
          {t('bid.seal.by-server')}
        </button>
      </div>
    </>
  )
}

const fieldOf = { whole: 'sealed', quality: 'sealed', price: 'sealedPrice', final: 'sealed' } as const

/** The words that are sealed, for the script alone: no field of the form, so nothing of them is sent as it stands. */
export const SealedWords = ({ sealing: { version, mark, proof, parts } }: { sealing: ReadSealing }) => (
  <>
    {parts.map(({ envelope, bound, key, words }) => (
      <span key={envelope} hidden>
        <textarea
          readOnly
          tabIndex={-1}
          aria-hidden="true"
          data-words
          data-key={key}
          data-bound={bound}
          data-into={fieldOf[envelope]}
          defaultValue={words}
        />
        <input type="file" name={fieldOf[envelope]} tabIndex={-1} aria-hidden="true" />
      </span>
    ))}
    <input type="hidden" name="version" value={version} />
    <input type="hidden" name="mark" value={mark} />
    <input type="hidden" name="proof" value={proof} />
    <input type="hidden" name="hashes" value={parts.map((p) => p.hash).join(',')} />
  </>
)
