import { titled } from '#app/components/shell/title.ts'

export const handle = titled('trouble.404.title')

/** An address nobody answers to: a route of its own, so that the page keeps its reader's language and size. */
export const loader = () => {
  throw new Response(null, { status: 404 })
}
export const action = loader

const NothingHere = () => null
export default NothingHere
