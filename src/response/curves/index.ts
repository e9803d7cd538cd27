import { exponential } from './exponential.js'
import { hill } from './hill.js'
import { logistic } from './logistic.js'
import { michaelisMenten } from './michaelis-menten.js'
import { none } from './none.js'
import { tanh } from './tanh.js'

/** Every shape of saturation; to add one, write its file and name it here. */
export const curves = [michaelisMenten, hill, exponential, tanh, logistic, none] as const
