type Clause = { heading: string; words: string }

/** The agreement as it is signed. */
export const Clauses = ({ clauses }: { clauses: readonly Clause[] }) => (
  <ol className="my-3 grid list-decimal gap-2 pl-5">
    {clauses.map(({ heading, words }) => (
      <li key={heading}>
        <strong>{heading}</strong> {words}
      </li>
    ))}
  </ol>
)
