const FORM = 64 * 1024
const LIST = 4 * 1024 * 1024
const UPLOAD = 12 * 1024 * 1024

/** The addresses that take files. */
const uploads: readonly RegExp[] = [
  /^\/ask\//,
  /^\/tenders\/[^/]+\/(proposal|challenge|low-price|supplement|final)(\/|$)/,
  /^\/work\//,
  /^\/acceptances\//,
  /^\/rate\//,
  /^\/care\/visits\//,
  /^\/desk\/(surveys|meetings|needs|plans|tenders|contracts|acceptances|payments|ratings|settlements|books|visits)(\/|$)/,
]
/** The addresses that take a long list pasted into a field, such as a roll of voters. */
const lists: readonly RegExp[] = [/^\/desk\/rounds\/[^/]+(\/|$)/, /^\/desk\/(duties|bank)$/]

const isOneOf = (paths: readonly RegExp[], path: string) => paths.some((one) => one.test(path))

/** How many bytes a form may send to this address; where nothing else is said, 64 kB. */
export function largestBody(path: string, type: string) {
  if (isOneOf(lists, path)) return LIST
  return /^multipart\/form-data/i.test(type) && isOneOf(uploads, path) ? UPLOAD : FORM
}

export const ORDINARY_FORM = FORM
