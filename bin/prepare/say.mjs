// Runs before anything is installed: built-ins of Node 18 only.
const began = Date.now()

/** Whole seconds since the command began, as a person reads them. */
export const elapsed = (since = began) => {
  const seconds = Math.round((Date.now() - since) / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** One line of progress. */
export const say = (line = '') => process.stdout.write(`${line}\n`)

/** Ends the command with a sentence that says what to do. */
export const giveUp = (sentence) => {
  process.stderr.write(`\n✗ ${sentence}\n`)
  process.exit(1)
}
