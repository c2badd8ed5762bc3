/** One part of an official paper. */
export type PaperPart =
  | { kind: 'heading'; words: string }
  | { kind: 'words'; words: string }
  | { kind: 'facts'; facts: ReadonlyArray<readonly [term: string, text: string]> }
  | {
      kind: 'table'
      head: readonly string[]
      rows: ReadonlyArray<readonly string[]>
      money?: readonly number[]
    }
  | { kind: 'fingerprint'; words: string }
  /** Squares to be read by a telephone, each with its address in words beside it. */
  | { kind: 'codes'; codes: ReadonlyArray<{ address: string; words: string }> }

/** An official paper (公文): what both Word and PDF are drawn from, so that they say the same. */
export type Paper = {
  title: string
  /** 文号 */
  number: string
  parts: readonly PaperPart[]
  /** What stands at the foot beside the page number. */
  foot: string
  /** The day it is of, in the PDF's own data: the same paper is the same file. */
  at: Date
}
