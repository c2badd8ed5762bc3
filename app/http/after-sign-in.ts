import { safeRedirect } from './safe-redirect.ts'

/** Where whoever signs in was going: a page of this site named by `to`; empty where none was. */
export const afterSignIn = (request: Request): string =>
  safeRedirect(new URL(request.url).searchParams.get('to'), '')
