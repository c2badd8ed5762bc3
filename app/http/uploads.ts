const FORM = 64 * 1024
const UPLOAD = 12 * 1024 * 1024

/** The addresses that take files; every other form is at most 64 kB. */
const uploadPaths: readonly RegExp[] = [
  /^\/ask\//,
  /^\/tenders\/[^/]+\/(proposal|challenge)(\/|$)/,
  /^\/work\//,
  /^\/acceptances\//,
  /^\/rate\//,
  /^\/desk\/(surveys|tenders|contracts|acceptances|payments|ratings)(\/|$)/,
]

/** How many bytes a form may send to this address. */
export const largestBody = (path: string, type: string) =>
  /^multipart\/form-data/i.test(type) && uploadPaths.some((uploads) => uploads.test(path)) ? UPLOAD : FORM

export const ORDINARY_FORM = FORM
