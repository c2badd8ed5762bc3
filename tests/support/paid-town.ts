import SQLite from 'better-sqlite3'
import { fileOf } from '#db/sqlite.server.ts'
import { running } from './contract.ts'
import { closeTowns } from './open-towns.ts'
import { paid, passGate } from './payment.ts'
import { world } from './world.ts'

/** A program: writes a SQLite file of a town in which one milestone was paid, `paid-town.ts FILE`. */
const town = await world()
const { milestones } = await running(town)
await passGate(town, milestones[0]!.id)
await paid(town, milestones[0]!.id)
new SQLite(fileOf(town.url)).exec(`vacuum into '${process.argv[2]}'`).close()
await closeTowns()
