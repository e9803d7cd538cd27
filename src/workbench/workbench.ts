import { inspect } from 'node:util'
import { type AssumptionChanges, withoutContradiction } from '../assumptions/index.js'
import {
  fitRun,
  type InventoryRange,
  inventoryRangesOf,
  type RunFit,
  type RunFitOptions,
  type SensitivityOptions,
  type SensitivityRow,
  sensitivityOf,
  type VerdictRange,
  verdictRangesOf,
} from '../decisions/index.js'
import { publishedPlan, type SpendPlan } from '../market/index.js'
import { calibratedFrom } from './calibrated.js'
import { cardText } from './card.js'
import { liveLine } from './live-line.js'
import { makeRun, type RunOptions } from './make-run.js'
import type { RunOutcome } from './outcome.js'
import { publishRun } from './publish.js'
import { type QuickAnswer, quickAnswer } from './quick.js'
import { checkedName } from './run-records.js'
import { checkedSeed, loadSettings, type RunSettings } from './settings.js'
import { ShownRun } from './shown-run.js'
import { reusedOutcome, stagesThrough } from './stages.js'

/**
 * The data and assumptions of one run and the artifacts made from them. What it shows (settings,
 * answers) always belongs to one run: before its first run the published one, after it the one it
 * made, whatever another workbench publishes in the same folder.
 */
export class Workbench extends ShownRun {
  /**
   * A scenario: what this workbench shows, under changed assumptions. It reuses every artifact that
   * the change does not touch and publishes nothing that others read, unless told to.
   *
   * @param changes nested, or with dotted keys: `{'market.channels.email_marketing.ctr_bps': 400}`
   * @throws InputError on an unknown key, a wrong unit, a value out of range, or values that contradict each other
   */
  assume(changes: AssumptionChanges): Workbench {
    return this.#scenario({
      assumptions: withoutContradiction(this.settings.assumptions.with({ ...changes })),
    })
  }

  /**
   * A scenario under another seed.
   *
   * @throws InputError on a seed that is none
   */
  reseed(seed: number): Workbench {
    return this.#scenario({ seed: checkedSeed(seed) })
  }

  /** The spend of the market as a plan, to change and hand to {@link withPlan}. */
  async plan(): Promise<SpendPlan> {
    return publishedPlan(this)
  }

  /**
   * A scenario under another spend plan.
   *
   * @throws InputError when it runs, on a day or a channel that the market does not have
   */
  withPlan(plan: SpendPlan): Workbench {
    return this.#scenario({ plan: plan.columns() })
  }

  /**
   * Runs the stages in order; a stage whose inputs, assumptions and seed are those of an artifact that
   * is there is reused. Then publishes the run under its name, unless it is a scenario. Assumptions
   * and environment are read anew, so an edited file counts; a run that was opened by its name stays
   * as it was made. In a notebook one line tells how far it is, unless `onProgress` is given.
   *
   * @throws InputError when the data or a published file cannot be used
   */
  async run(options: RunOptions = {}): Promise<RunOutcome> {
    this.refuseClosed()
    const stages = stagesThrough(options.through ?? 'judgment')
    const made = this.name !== null && !this.state.options && !options.fresh && this.opened
    if (made && stages.every(({ name }) => made.record.artifacts[name])) {
      await this.ask(async () => {})
      return reusedOutcome(stages, made.record)
    }
    const { options: sources } = this.state
    const settings = sources ? loadSettings(sources) : this.settings
    const line = liveLine()
    const outcome = await makeRun(this.state, settings, { ...line, ...options }).finally(line.done)
    await this.show(outcome.record)
    return outcome
  }

  /**
   * The verdict as soon as it stands, to the cent that of the whole run, which goes on behind it: its
   * reporting tables and its laws. Put other questions once `whole` is there.
   *
   * @throws InputError when the data or a published file cannot be used
   */
  async quick(options: Omit<RunOptions, 'through' | 'onVerdict'> = {}): Promise<QuickAnswer> {
    return quickAnswer(this, options)
  }

  /**
   * Publishes what this workbench shows under a name, for everybody who opens this folder; runs it
   * first where it has not run.
   *
   * @throws InputError on a name that cannot be one
   */
  async publish(name: string): Promise<void> {
    this.refuseClosed()
    checkedName(name)
    if (!this.known()) await this.run()
    await publishRun(this.dir, name, this.opened!.record)
  }

  /**
   * What marketing caused, as far as data, lift tests and declared values tell: an object to put
   * plans and questions to. The run must have gone through finance.
   *
   * @throws InputError where spend is assumed and no lift test tells anything (unless accepted)
   */
  async fit(options: RunFitOptions = {}): Promise<RunFit> {
    return fitRun(this, options)
  }

  /**
   * What the run's answers hang on: each assumption with a declared range at both ends of it, what the answer would be
   * there, and the value at which the verdict flips. Stages 3 and 4 are replayed in memory; nothing is published.
   *
   * @throws InputError on an unknown answer or assumption, or where a stage has not run that is asked about
   */
  async sensitivity(options: SensitivityOptions = {}): Promise<SensitivityRow[]> {
    return sensitivityOf(this, options)
  }

  /**
   * The figures of the verdict with their 5% to 95%: every assumption anywhere in its declared range, and the market's
   * chance played anew in each draw. The run must have gone through finance.
   *
   * @param draws 20 to 100,000. Default 1,000
   * @throws InputError on a number of draws out of range
   */
  async verdictRanges(draws = 1_000): Promise<VerdictRange[]> {
    return verdictRangesOf(this, draws)
  }

  /**
   * Money by channel that orders consumed or that met no order, live clicks by channel and day, and by day the orders
   * that clicks could serve and that found none: 5% to 95% of the draws of the verdict, in which every assumption of
   * the market and of attribution is anywhere in its declared range and chance is played anew. Nothing is published.
   *
   * @param draws 20 to 1,000. Default `decisions.verdict_draws`
   * @throws InputError on a number of draws out of range, or where the warehouse has not run
   */
  async inventoryRanges(
    draws = this.assumptions.number('decisions.verdict_draws'),
  ): Promise<InventoryRange[]> {
    return inventoryRangesOf(this, draws)
  }

  /**
   * A scenario whose assumptions are fitted where they could be, so that its attribution gives
   * channels about what they caused. The run must have gone through decisions; what stood before, and
   * the range of every fitted value, stand in its table `decisions.calibration`.
   *
   * @throws InputError where nothing was fitted
   */
  async calibrated(): Promise<Workbench> {
    return this.#scenario({ assumptions: await calibratedFrom(this.settings.assumptions, this) })
  }

  [inspect.custom](): string {
    return cardText(this)
  }

  #scenario(changed: Partial<RunSettings>): Workbench {
    const { dir, limits } = this.state
    const { inForce: _, ...declared } = this.settings
    const settings = { ...declared, ...changed }
    return new Workbench({ dir, settings, limits })
  }
}
