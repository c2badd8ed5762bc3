/** Tables whose rows stand as they were written: what was published is followed by something newer, never changed. */
const appendOnly = ['ocds_release'] as const

const acts = ['update', 'delete'] as const
const trigger = (table: string, act: string) => `${table}_stands_${act}`

/** Tables whose rows stand once they were decided on: an entry of a book is corrected by a second one. */
const decided = [{ table: 'book_entry', open: `OLD.state = 'entered'` }] as const

/** SQLite: the database itself refuses a change, whoever asks. A table that a migration rebuilds gets its guard again. */
export const guardSqlite = [
  ...appendOnly.flatMap((table) =>
    acts.map(
      (act) =>
        `CREATE TRIGGER IF NOT EXISTS ${trigger(table, act)} BEFORE ${act} ON ${table}
         BEGIN SELECT RAISE(ABORT, '${table} stands as it was written'); END;`,
    ),
  ),
  ...decided.flatMap(({ table, open }) =>
    acts.map(
      (act) =>
        `CREATE TRIGGER IF NOT EXISTS ${trigger(table, act)} BEFORE ${act} ON ${table}
         WHEN NOT (${open}) BEGIN SELECT RAISE(ABORT, '${table} stands as it was decided'); END;`,
    ),
  ),
].join('\n')

/** PostgreSQL: the same, emptying the table at once included. */
export const guardPostgres = [
  `CREATE OR REPLACE FUNCTION stands_as_written() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN RAISE EXCEPTION '% stands as it was written', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END $$;`,
  ...appendOnly.flatMap((table) =>
    [...acts, 'truncate' as const].map(
      (act) =>
        `CREATE OR REPLACE TRIGGER ${trigger(table, act)} BEFORE ${act} ON ${table}
         FOR EACH STATEMENT EXECUTE FUNCTION stands_as_written();`,
    ),
  ),
  ...decided.flatMap(({ table, open }) =>
    acts.map(
      (act) =>
        `CREATE OR REPLACE TRIGGER ${trigger(table, act)} BEFORE ${act} ON ${table}
         FOR EACH ROW WHEN (NOT (${open})) EXECUTE FUNCTION stands_as_written();`,
    ),
  ),
].join('\n')
