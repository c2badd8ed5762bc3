import type { Piece } from '#domain/buy/tender/word-diff.ts'

const look = {
  same: (text: string) => text,
  gone: (text: string) => <del className="bg-vermilion-tint text-quiet">{text}</del>,
  new: (text: string) => <ins className="bg-teal-tint font-bold no-underline">{text}</ins>,
}

/** Old words and new in one sentence: struck through what went, marked what came. */
export const WordChanges = ({ pieces }: { pieces: readonly Piece[] }) => (
  <p className="mb-0 whitespace-pre-line">
    {pieces.map((piece, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one fixed sentence never change places
      <span key={at}>{look[piece.kind](piece.text)}</span>
    ))}
  </p>
)
