import { useT } from '#app/i18n/use-t.ts'

type Runs = { runs: ReadonlyArray<{ words: string; masked: boolean }> }

/** Text with the names in it covered. */
export const Masked = ({ runs }: Runs) => {
  const t = useT()
  return (
    <>
      {runs.map((run, at) =>
        run.masked ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one text never change places
          <span key={at} className="tag tag-plain">
            {t('masked')}
          </span>
        ) : (
          run.words
        ),
      )}
    </>
  )
}
