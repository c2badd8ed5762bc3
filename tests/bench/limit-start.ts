import Database from 'better-sqlite3'
import express from 'express'

/** The limit of B10: Express and a database that is opened, and nothing else. */
const database = new Database(process.env.DATABASE_FILE ?? ':memory:')
const one = database.prepare('SELECT 1 AS one')
const app = express()
app.use((_request, reply) => reply.json(one.get()))
app.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'))
