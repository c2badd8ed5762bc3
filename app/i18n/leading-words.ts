/** One-character words that lead the phrase after them, so that no line ends with one. */
export const leadingWord = /^[与和及或向对给为在从把被由]$/u
