import { expect, test } from 'vitest'
import { openDoor } from './door.ts'
import { tinyBuild } from './tiny-build.ts'

const places = ['/vote', '/vote?_data=routes%2Fvote', '/vote?%5Fdata=routes%2Fvote', '/vote.data', '/hook']

const origins: [string, (here: string) => Record<string, string>, 'here' | 'elsewhere'][] = [
  ['our own', (here) => ({ origin: here }), 'here'],
  ['our own by Sec-Fetch-Site', () => ({ 'sec-fetch-site': 'same-origin' }), 'here'],
  ['our own by Referer', (here) => ({ referer: `${here}/vote` }), 'here'],
  ['a stranger', () => ({ origin: 'https://evil.example' }), 'elsewhere'],
  ['nobody', () => ({}), 'elsewhere'],
  ['null', () => ({ origin: 'null' }), 'elsewhere'],
  [
    'ours, but Sec-Fetch-Site says cross-site',
    (here) => ({ origin: here, 'sec-fetch-site': 'cross-site' }),
    'elsewhere',
  ],
  [
    'ours, but Sec-Fetch-Site says same-site',
    (here) => ({ origin: here, 'sec-fetch-site': 'same-site' }),
    'elsewhere',
  ],
  [
    'a stranger beside a friendly Sec-Fetch-Site',
    () => ({ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }),
    'elsewhere',
  ],
  ['our name on another port', () => ({ origin: 'http://127.0.0.1:1' }), 'elsewhere'],
  ['our name over another scheme', (here) => ({ origin: here.replace('http:', 'https:') }), 'elsewhere'],
  ['a stranger by Referer', () => ({ referer: 'https://evil.example/vote' }), 'elsewhere'],
  ['a Referer that is no address', () => ({ referer: 'vote' }), 'elsewhere'],
]

const form = { 'content-type': 'application/x-www-form-urlencoded' }

for (const [name, said, from] of origins) {
  test(`a form from ${name} reaches an action: ${from === 'here' ? 'at its own address only' : 'nowhere'}`, async () => {
    const { build, reached } = tinyBuild()
    const door = await openDoor({ build })
    const statuses = []
    for (const place of places) {
      const headers = { ...form, ...said(door.origin) }
      statuses.push((await door.knock(place, { method: 'POST', headers, body: 'choice=1' })).status)
    }
    await door.shut()
    expect(reached).toEqual(from === 'here' ? ['vote', 'read', 'hook'] : [])
    expect(statuses).toEqual(from === 'here' ? [200, 404, 404, 404, 200] : [403, 404, 404, 404, 403])
  })
}

test('without the guard, Remix lets a stranger act through ?_data and through a resource route', async () => {
  const { build, reached } = tinyBuild()
  const door = await openDoor({ build, without: ['origin', 'hidden'] })
  const headers = { ...form, origin: 'https://evil.example' }
  for (const place of places) await door.knock(place, { method: 'POST', headers, body: 'choice=1' })
  await door.shut()
  expect(reached).toContain('vote')
  expect(reached).toContain('hook')
})

test('a loader cannot be reached past its page', async () => {
  const { build, reached } = tinyBuild()
  const door = await openDoor({ build })
  const paths = [
    '/vote?_data=routes/vote',
    '/vote.data',
    '/vote.data?_routes=routes/vote',
    '/vote?_routes=routes/vote',
    '/__manifest?p=/vote',
  ]
  const answers = await Promise.all(paths.map((path) => door.knock(path)))
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  expect(reached).toEqual([])
  await door.shut()
  const open = tinyBuild()
  const unguarded = await openDoor({ build: open.build, without: ['hidden'] })
  await unguarded.knock('/vote?_data=routes%2Fvote')
  await unguarded.shut()
  expect(open.reached).toEqual(['read'])
})
