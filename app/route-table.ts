/** One address of the house, and the module under app/ that answers it; its name is the module's where it has none of its own. */
export type Route = { path?: string; index?: true; file: string; id?: string }
export type RouteConfig = readonly Route[]

export const route = (path: string, file: string, own: { id?: string } = {}): Route => ({
  path,
  file,
  ...own,
})
export const index = (file: string): Route => ({ index: true, file })
