import { parentPort } from 'node:worker_threads'
import { scoreWorld, type WorldTask } from './score-world.js'

parentPort!.on('message', (task: WorldTask) => parentPort!.postMessage(scoreWorld(task)))
