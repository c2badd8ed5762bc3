import { Writable } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import handleRequest from '#app/entry.server.tsx'
import { openDoor } from '../security/door.ts'
import { tinyBuild } from '../security/tiny-build.ts'

const words = '社区居民议事协商'.repeat(30)
const Long = () => (
  <html lang="zh-CN">
    <body>
      {Array.from({ length: 80 }, (_, nth) => (
        <p key={'x'.repeat(nth)}>{`${'x'.repeat(nth)}${words}`}</p>
      ))}
    </body>
  </html>
)

const asReactSendsIt = () =>
  new Promise<Buffer>((resolve) => {
    const parts: Buffer[] = []
    const sink = new Writable({
      write: (part: Buffer, _encoding, done) => {
        parts.push(Buffer.from(part))
        done()
      },
      final: (done) => {
        resolve(Buffer.concat(parts))
        done()
      },
    })
    const page = renderToPipeableStream(<Long />, { onAllReady: () => page.pipe(sink) })
  })

test('a long page of 中文 arrives whole, without the zero bytes React leaves in it', async () => {
  expect((await asReactSendsIt()).includes(0)).toBe(true)
  const { build } = tinyBuild()
  Object.assign(build.entry, { module: { default: handleRequest } })
  Object.assign(build.routes.root!.module, { default: Long })
  Object.assign(build.assets.routes.root!, { path: '' })
  const { knock, shut } = await openDoor({ build })
  const { bytes, text, status } = await knock('/')
  await shut()
  expect(status).toBe(200)
  expect(bytes.includes(0)).toBe(false)
  expect(text.split(words)).toHaveLength(81)
})
