import { parentPort, workerData } from 'node:worker_threads'
import { drawWorlds, type WorldTask } from './draw-worlds.js'

const tallies = drawWorlds(workerData as WorldTask)
parentPort!.postMessage(
  tallies,
  tallies.flatMap(({ tallies, sums }) => [
    tallies.buffer as ArrayBuffer,
    sums.buffer as ArrayBuffer,
  ]),
)
