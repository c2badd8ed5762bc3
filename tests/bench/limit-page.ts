import { readFileSync } from 'node:fs'
import express from 'express'

/** The limit of B1: Express sending the same bytes from memory, and nothing else. */
const bytes = readFileSync(process.env.BYTES ?? '')
const app = express().disable('x-powered-by').disable('etag')
app.use((_request, reply) => {
  reply.setHeader('Content-Type', 'text/html; charset=utf-8')
  reply.setHeader('Content-Encoding', 'gzip')
  reply.setHeader('Content-Length', bytes.length)
  reply.end(bytes)
})
app.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'))
