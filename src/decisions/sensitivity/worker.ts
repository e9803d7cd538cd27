import { workOnTasks } from '../../threads.js'
import { drawVerdicts } from './draw-verdicts.js'

workOnTasks(drawVerdicts)
