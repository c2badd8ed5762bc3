import { useFormat } from './format.ts'

/** An amount of 分 as people read it: exact by default, 万元 only in summaries. */
export const Money = ({ fen, summary }: { fen: number; summary?: boolean }) => {
  const format = useFormat()
  return <span className="money">{summary ? format.wan(fen) : format.money(fen)}</span>
}
