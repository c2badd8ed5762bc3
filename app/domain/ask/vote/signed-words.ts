/** What a receipt signs: which round, which sealed ballot; never what is on it, nor who cast it. */
export const receiptWords = (refNo: string, leaf: string) => `sanshe receipt v1\n${refNo}\n${leaf}\n`
/** What the server signs of a closed box. */
export const boxWords = (refNo: string, root: string, leaves: number) =>
  `sanshe box v1\n${refNo}\n${root}\n${leaves}\n`
/** What the server signs of a counted round: the fingerprint of everything else in result.json. */
export const resultWords = (refNo: string, factsHash: string) => `sanshe result v1\n${refNo}\n${factsHash}\n`
