import { defineConfig } from 'drizzle-kit'

const isPg = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')
const base = process.env.MIGRATIONS_OUT ?? './db/migrations'

export default defineConfig({
  dialect: isPg ? 'postgresql' : 'sqlite',
  schema: './db/schema/index.ts',
  out: `${base}/${isPg ? 'postgres' : 'sqlite'}`,
  casing: 'snake_case',
})
