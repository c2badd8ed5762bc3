import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import type { PrintoutKind } from '#domain/open/papers/paper-content.ts'
import { Qr } from '../ask/qr.tsx'
import { Note } from '../card.tsx'
import { Links } from '../entry.tsx'
import { Form } from '../form.tsx'
import { useFormat } from '../format.ts'

export type OfficialPaper = {
  kind: PrintoutKind
  hash: string
  live: string
  issuedAt: Date | null
  origin: string
}
/** The number as it is read out and typed in: the first sixteen characters of the hash. */
export const numberOf = (hash: string) => hash.slice(0, 16).match(/.{4}/g)!.join('-')

const Code = ({ address, words }: { address: string; words: string }) => (
  <div className="official-code">
    <Qr text={address} label={`${words} ${address}`} />
    <p>{words}</p>
  </div>
)

/** On every sheet: what paper it is, its number and hash, the way to check it and the way to the live page. */
const SheetFoot = ({ paper }: { paper: OfficialPaper }) => {
  const t = useT()
  const f = useFormat()
  const { kind, hash, live, issuedAt, origin } = paper
  return (
    <div className="official-marks">
      {issuedAt ? (
        <Code address={`${origin}/verify/${hash.slice(0, 16)}`} words={t('genuine.paper.verify')} />
      ) : null}
      <div className="official-say">
        <p>
          <b>{t(`genuine.kind.${kind}`)}</b>{' '}
          {issuedAt ? (
            <span className="num">{t('genuine.paper.number', { number: numberOf(hash) })}</span>
          ) : (
            t('genuine.paper.none')
          )}
        </p>
        {issuedAt ? (
          <>
            <p>{t('genuine.paper.issued', { at: f.dateTime(issuedAt), address: `${origin}/verify` })}</p>
            <p className="hash">{`SHA-256 ${hash}`}</p>
          </>
        ) : null}
      </div>
      <Code address={`${origin}${live}`} words={t('genuine.paper.live')} />
    </div>
  )
}

type OfficialProps = {
  paper: OfficialPaper | null
  /** Every sheet has its own heading: the page's is not printed. */
  sheets?: boolean
  children: ReactNode
}
/** 纸质件: whatever is printed officially stands in this frame: black and white, A4, with its foot on every page. */
export const Official = ({ paper, sheets, children }: OfficialProps) => {
  const t = useT()
  if (!paper) return children
  return (
    <>
      <div className="screen mt-4">
        {paper.issuedAt ? (
          <>
            <Note kind="done">{t('genuine.issued.say')}</Note>
            <Links links={[{ to: `/verify/${paper.hash.slice(0, 16)}`, label: t('genuine.see') }]} />
          </>
        ) : (
          <>
            <Note kind="wait">{t('genuine.issue.say')}</Note>
            <Form submit={t('genuine.issue.do')} />
          </>
        )}
      </div>
      <div className={sheets ? 'official sheets' : 'official'}>
        <div className="official-body">{children}</div>
        <div className="official-foot">
          <SheetFoot paper={paper} />
        </div>
      </div>
    </>
  )
}
