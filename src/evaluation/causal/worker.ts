import { workOnTasks } from '../../threads.js'
import { scoreWorld } from './score-world.js'

workOnTasks(() => scoreWorld)
