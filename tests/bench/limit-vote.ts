import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import Database from 'better-sqlite3'
import { openVault, sha256 } from '#app/ports/vault.ts'

/** The limit of B2: read a form, do the same cryptography, store the same rows, many voters to one durable commit. */
const database = new Database(process.env.DATABASE_FILE ?? ':memory:')
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec(`
  CREATE TABLE IF NOT EXISTS participation (voter TEXT PRIMARY KEY, channel TEXT, receipt TEXT);
  CREATE TABLE IF NOT EXISTS ballot (id TEXT PRIMARY KEY, sealed TEXT, hash TEXT) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS link (voter TEXT PRIMARY KEY, ballot TEXT);`)
const statements = {
  participation: database.prepare('INSERT OR REPLACE INTO participation VALUES (?, ?, ?)'),
  ballot: database.prepare('INSERT INTO ballot VALUES (?, ?, ?)'),
  link: database.prepare('INSERT OR REPLACE INTO link VALUES (?, ?)'),
}
const vault = openVault(process.env.SANSHE_SECRET ?? '')
const { publicKey } = vault.freshKey()

type Vote = { voter: string; choices: string[]; done: (receipt: string) => void }
const waiting: Vote[] = []

const storeAll = database.transaction((votes: Vote[]) =>
  votes.map(({ voter, choices }) => {
    const sealed = vault.sealTo(publicKey, JSON.stringify(choices), 'round')
    const [id, receipt] = [randomUUID(), randomUUID()]
    statements.ballot.run(id, sealed, sha256(sealed))
    statements.participation.run(voter, 'phone', receipt)
    statements.link.run(voter, id)
    return receipt
  }),
)

function commit() {
  const votes = waiting.splice(0)
  const receipts = storeAll.immediate(votes)
  for (const [nth, { done }] of votes.entries()) done(receipts[nth]!)
}

const server = createServer(async (request, reply) => {
  let body = ''
  for await (const part of request) body += part
  const form = new URLSearchParams(body)
  const voter = vault.open('voter', request.headers.cookie ?? '')
  const done = (receipt: string) => reply.writeHead(302, { Location: `/receipt/${receipt}` }).end()
  if (waiting.push({ voter, choices: form.getAll('choice'), done }) === 1) setImmediate(commit)
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'))
