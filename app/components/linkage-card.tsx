import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'

export type LinkageSide = {
  sector: 'community' | 'organisation' | 'social_worker'
  body: string
  /** The one character in the circle; the body's first when left out. */
  face?: string
  person?: ReactNode
  does?: ReactNode
  brings?: ReactNode
}

/** 联动卡: the three sectors of one project, what each does and what each brings. */
export const LinkageCard = ({
  goal,
  sides,
  children,
}: {
  goal?: ReactNode
  sides: readonly LinkageSide[]
  children?: ReactNode
}) => {
  const t = useT()
  return (
    <div className="card">
      {goal ? (
        <p className="mb-3">
          <span className="small quiet block">{t('linkage.goal')}</span>
          <b className="font-song">{goal}</b>
        </p>
      ) : null}
      <div className="linkage">
        {sides.map((side) => (
          <Side key={side.sector + side.body} side={side} />
        ))}
      </div>
      {children}
    </div>
  )
}

const Side = ({ side }: { side: LinkageSide }) => {
  const t = useT()
  return (
    <div>
      <div className="who">
        <span className="face" aria-hidden="true">
          {side.face ?? [...side.body][0]}
        </span>
        <div>
          <p className="small quiet">{t(`linkage.${side.sector}`)}</p>
          <p className="font-song font-bold">{side.body}</p>
          {side.person ? <p>{side.person}</p> : null}
        </div>
      </div>
      <dl>
        {side.does ? <dt>{t('linkage.does')}</dt> : null}
        {side.does ? <dd>{side.does}</dd> : null}
        {side.brings ? <dt>{t('linkage.brings')}</dt> : null}
        {side.brings ? <dd>{side.brings}</dd> : null}
      </dl>
    </div>
  )
}
