import { parentPort, workerData } from 'node:worker_threads'
import { drawWorlds, type WorldTask } from './draw-worlds.js'

const tallies = drawWorlds(workerData as WorldTask)
parentPort!.postMessage(
  tallies,
  tallies.flatMap(({ days, total, sums }) =>
    [days, total, sums].map(({ buffer }) => buffer as ArrayBuffer),
  ),
)
