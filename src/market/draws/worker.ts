import { parentPort, workerData } from 'node:worker_threads'
import { type DrawTask, drawChunk } from './draw-chunk.js'

const tallies = drawChunk(workerData as DrawTask)
parentPort!.postMessage(
  tallies,
  tallies.flatMap(({ days, total, sums }) =>
    [days, total, sums].map(({ buffer }) => buffer as ArrayBuffer),
  ),
)
