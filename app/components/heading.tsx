import { createContext, type ReactNode, useContext } from 'react'

const Above = createContext<1 | 2 | 3>(1)

/** What stands here stands under a heading of this level. */
export const UnderHeading = ({ level = 2, children }: { level?: 2 | 3; children: ReactNode }) => (
  <Above.Provider value={level}>{children}</Above.Provider>
)

/** The name of one of several things: always one step below the heading it stands under. */
export const ItemHeading = ({ className, children }: { className?: string; children: ReactNode }) => {
  const Level = ({ 1: 'h2', 2: 'h3', 3: 'h4' } as const)[useContext(Above)]
  return <Level className={className ? `item ${className}` : 'item'}>{children}</Level>
}
