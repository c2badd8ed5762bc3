import type { ServerBuild } from '@remix-run/node'

/** The smallest thing Remix will serve: a page with an action, and a resource route; both count what reaches them. */
export function tinyBuild() {
  const reached: string[] = []
  const note = (what: string) => async () => {
    reached.push(what)
    return Response.json({ reached: what })
  }
  const route = (id: string, path: string, module: Record<string, unknown>) => ({
    id,
    parentId: 'root',
    path,
    module,
  })
  const build = {
    entry: { module: { default: page, handleError: () => {} } },
    routes: {
      root: { id: 'root', path: '', module: { default: () => null } },
      'routes/vote': route('routes/vote', 'vote', {
        action: note('vote'),
        loader: note('read'),
        default: () => null,
      }),
      'routes/hook': route('routes/hook', 'hook', { action: note('hook') }),
    },
    assets: { entry: { imports: [], module: '' }, routes: assets(), url: '', version: '1' },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    basename: '/',
    isSpaMode: false,
    mode: 'production',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: false,
      v3_routeConfig: true,
      unstable_optimizeDeps: false,
    },
  }
  return { build: build as unknown as ServerBuild, reached }
}

const page = (_request: Request, status: number, headers: Headers) =>
  new Response('<!doctype html><title>page</title>', {
    status,
    headers: { ...Object.fromEntries(headers), 'Content-Type': 'text/html' },
  })

const assets = () =>
  Object.fromEntries(
    ['root', 'routes/vote', 'routes/hook'].map((id) => [
      id,
      { id, hasAction: true, hasLoader: true, hasErrorBoundary: false, module: '' },
    ]),
  )
