import { Due } from '../due.tsx'

const marks = { statute: 'law', reference: 'reference', local: 'local' } as const
const lastMoment = (at: Date) => new Date(at.getTime() - 1)

/** A clock of the house as its last day and the article it rests on. */
export const DeskDue = ({
  due,
}: {
  due: { at: Date; source: string; mark: 'statute' | 'reference' | 'local' }
}) => <Due on={lastMoment(due.at)} mark={marks[due.mark]} article={due.source} />
