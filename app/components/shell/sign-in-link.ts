import { useShell } from './shell.ts'

/** The way to sign in and back to this page. */
export const useSignIn = () => `/sign-in?to=${encodeURIComponent(useShell().path)}`

/** On the pages of the sign-in itself: the words behind an address that keep where one was going. */
export const useGoingTo = () => {
  const to = new URLSearchParams(useShell().path.split('?')[1]).get('to')
  return to ? `?to=${encodeURIComponent(to)}` : ''
}
