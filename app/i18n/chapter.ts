/** A word in another language; languages that count give one form for one and another for more. */
export type Word = string | { readonly one: string; readonly other: string }

/** What a chapter's translation must hold: every key of the 中文 original, no more. */
export type Chapter<Original> = { readonly [Key in keyof Original]: Word }
