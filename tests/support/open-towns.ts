const open: Array<() => Promise<void>> = []

/** Has a town closed when the test that opened it ends. */
export const closeAfterwards = (close: () => Promise<void>) => void open.push(close)

export async function closeTowns() {
  for (const close of open.splice(0)) await close()
}
