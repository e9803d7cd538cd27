import { workOnTasks } from '../../threads.js'
import { drawChunk } from './draw-chunk.js'

workOnTasks(() => drawChunk)
