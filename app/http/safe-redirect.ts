const NOWHERE = 'http://here.invalid'
const LONGEST = 2048

/** Keeps a “then go to” address only when it is a path of this site; anything else goes to the fallback. */
export function safeRedirect(to: unknown, fallback = '/'): string {
  if (typeof to !== 'string' || to.length > LONGEST || !isPlainPath(to)) return fallback
  if (!URL.canParse(to, NOWHERE)) return fallback
  const url = new URL(to, NOWHERE)
  const stays = url.origin === NOWHERE && url.username === '' && isPlainPath(fullyDecoded(url.pathname))
  return stays ? `${url.pathname}${url.search}${url.hash}` : fallback
}

/** One leading slash, and nothing a browser would turn into a second one or drop on the way. */
const isPlainPath = (path: string) =>
  path.startsWith('/') &&
  !/[\\\p{Cc}\p{Zl}\p{Zp}\u{feff}\u{2044}\u{2215}\u{ff0f}\u{ff3c}]/u.test(path) &&
  !/^\/\s*\//.test(path)

/** Undoes percent-encoding until nothing changes, so that `%255c` cannot hide what `\` may not say. */
function fullyDecoded(path: string): string {
  let before = path
  for (let round = 0; round < 5; round++) {
    const after = decoded(before)
    if (after === before) return after
    before = after
  }
  return ''
}

function decoded(path: string) {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}
