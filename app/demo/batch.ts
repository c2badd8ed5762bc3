import { isPg } from '#db/dialect.ts'

/** Runs many independent commands side by side; SQLite commits them in groups, PostgreSQL would make them wait for each other. */
export async function inBatches<T, R>(
  items: readonly T[],
  run: (item: T, at: number) => Promise<R>,
): Promise<R[]> {
  const size = isPg ? 1 : 200
  const done: R[] = []
  for (let at = 0; at < items.length; at += size)
    done.push(...(await Promise.all(items.slice(at, at + size).map((item, i) => run(item, at + i)))))
  return done
}
