import { safeRedirect } from './safe-redirect.ts'

/** Where whoever signs in was going: a page of this site named by `to`; empty where none was. */
export const afterSignIn = (request: Request): string =>
  safeRedirect(new URL(request.url).searchParams.get('to'), '')

/** What a sign-in gave, with where it leads on. */
export const goingOn = <Given extends object>(request: Request, given: Given) => ({
  ...given,
  to: afterSignIn(request),
})
/** His desk, where whoever signs in was going nowhere. */
export const onOrToDesk = ({ to }: { to: string }) => to || '/desk'
