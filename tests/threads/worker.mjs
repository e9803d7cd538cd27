import { setTimeout } from 'node:timers/promises'
import { InputError } from '../../dist/errors.js'
import { workOnTasks } from '../../dist/threads.js'

/** Each task says how long it takes, and what becomes of it. */
workOnTasks((base) => async ({ wait = 0, value, refused, broken, exit }) => {
  await setTimeout(wait)
  if (refused) throw new InputError(refused)
  if (broken) throw new TypeError(broken)
  if (exit) process.exit(exit)
  return base + value
})
