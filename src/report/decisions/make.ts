import { InputError } from '../../errors.js'
import type { Workbench } from '../../workbench/index.js'
import { type RunDecisions, readRunDecisions } from './read.js'

/**
 * Makes the decisions of a run, or says why this data allows none: too few days, no paid spend, a
 * lift test that cannot be used. The reason stands in `unavailable`.
 */
export async function makeDecisions(workbench: Workbench): Promise<RunDecisions> {
  try {
    await workbench.run({ through: 'decisions' })
    return await readRunDecisions(workbench)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const unavailable = `No decisions on this data. ${error.message}`
    const none = { channels: [], plans: [], experiments: [], moved: [], ranges: [] }
    return { unavailable, ...none, notation: workbench.notation }
  }
}
