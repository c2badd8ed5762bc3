import { useT } from '#app/i18n/use-t.ts'

export type Clause = { heading: string; words: string | null; secret: boolean }

/** A contract's clauses; what the law lets stay secret keeps its heading and says why it is not shown. */
export const Clauses = ({ clauses }: { clauses: readonly Clause[] }) => {
  const t = useT()
  return clauses.map(({ heading, words, secret }) => (
    <section key={heading} className="mt-6">
      <h3 className="font-song">{heading}</h3>
      {words === null ? (
        <p className="quiet">{t('contract.clause.masked')}</p>
      ) : (
        <p className="whitespace-pre-line">{words}</p>
      )}
      {secret && words !== null ? <p className="small quiet">{t('contract.clause.secret')}</p> : null}
    </section>
  ))
}
