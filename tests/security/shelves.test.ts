import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { shelve } from '#app/http/shelves.ts'
import { tinyBuild } from './tiny-build.ts'

const paths: [id: string, path: string | undefined, parentId?: string][] = [
  ['home', undefined],
  ['needs', 'needs'],
  ['need', 'needs/:id'],
  ['new-need', 'needs/new'],
  ['desk', 'desk'],
  ['desk-needs', 'desk/needs'],
  ['desk-need', 'desk/needs/:id'],
  ['desk-any', 'desk/:what'],
  ['room', 'work/:id'],
  ['room-page', 'diary', 'room'],
  ['frame', undefined],
  ['framed', 'framed/page', 'frame'],
  ['code', ':code'],
  ['maybe', 'maybe?/open'],
  ['nothing', '*'],
]

/** A house whose every page says its own name and those of the pages around it. */
function house(): ServerBuild {
  const { build } = tinyBuild()
  const routes = paths.map(([id, path, parentId = 'root']) => {
    const index = id === 'home'
    return [id, { id, path, index, parentId, module: { loader: () => Response.json(id) } }] as const
  })
  return { ...build, routes: { root: build.routes.root!, ...Object.fromEntries(routes) } } as ServerBuild
}

const asked = [
  '/',
  '/needs',
  '/Needs',
  '/needs/',
  '/needs/7',
  '/needs/new',
  '/%6eeeds/new',
  '/desk',
  '/desk/needs',
  '/desk/needs/3',
  '/desk/plans',
  '/DESK/Needs/3',
  '/work',
  '/work/3',
  '/work/3/diary',
  '/work/3/nothing',
  '/framed/page',
  '/framed',
  '/x7k2',
  '/maybe/open',
  '/open',
  '/a/b/c',
  '/needs/7/8',
  '/desk/needs/3/4',
  '/%e4%b8%ad',
  '/nothing/%20/here',
]

test('every address leads to the same page from its shelf as from the whole house', async () => {
  const build = house()
  const shelf = shelve(build)
  const open = (from: ServerBuild, path: string) =>
    createRequestHandler(
      from,
      'production',
    )(new Request(`http://localhost${path}`)).then(async (reply) => [reply.status, await reply.text()])
  for (const path of asked)
    expect([path, ...(await open(shelf(path), path))]).toEqual([path, ...(await open(build, path))])
})

test('a shelf holds few pages, and is made once', () => {
  const shelf = shelve(house())
  expect(Object.keys(shelf('/desk/needs/3').routes)).toEqual([
    'root',
    'home',
    'desk',
    'desk-needs',
    'desk-need',
    'desk-any',
    'frame',
    'code',
    'maybe',
    'nothing',
  ])
  expect(shelf('/desk/needs/3')).toBe(shelf('/desk/needs'))
  expect(shelf('/a')).toBe(shelf('/b/c'))
})
