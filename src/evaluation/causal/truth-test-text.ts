import { textTable } from '../text-table.js'
import type { Bar } from './bars.js'
import type { Method } from './scores.js'
import type { MethodSummary, PlanSummary } from './summary.js'
import type { TruthTest } from './truth-test.js'

const NAMES: Record<Method, string> = {
  fit: 'causeway fit',
  iid: 'days independent',
  ols: 'OLS on clicks',
  bridge: 'attribution as causal',
  last_touch: 'last touch of the day',
}

/** The truth test as text: the fit by plan, its rivals, grades, the value of tests, and every bar. */
export function truthTestText(test: TruthTest): string {
  const ours = test.methods.filter(({ method }) => method === 'fit')
  const rivals = test.methods.filter(({ tests }) => !tests)
  return [
    `Truth test: ${test.worlds.length} simulated worlds, first seed ${test.firstSeed}. Errors and widths are shares of the true orders; gains are shares of what perfect knowledge would gain.`,
    `Status of the plan named rightly: ${test.statusNamed.map(({ plan, share }) => `${plan} ${percent(share)}`).join(', ')}.`,
    '',
    'What marketing caused',
    textTable([
      header(
        'plan | tests | worlds | total err | channel err | bias | profit err | 90% | 90% total | 50% | width 90% | width 50%',
      ),
      ...ours.map((row) => [scenario(row), tests(row), String(row.worlds), ...errors(row)]),
    ]),
    'What to spend: gain (sum / median), worse than today, promised / true by the draws and by pooled returns, acted on: gain, worse',
    textTable([
      header(
        'plan | tests | best total | worse | promised | pooled | acted | gain | worse | best split | worse | promised | pooled | acted | gain | worse',
      ),
      ...ours.map((row) => [scenario(row), tests(row), ...plans(row.free), ...plans(row.same)]),
    ]),
    'What others would say in the same worlds, without tests',
    textTable([
      header('plan | method | channel err | bias | 90% | best total | worse | best split | worse'),
      ...rivals.map((row) => [
        scenario(row),
        NAMES[row.method],
        two(row.channelError),
        signed(row.bias),
        two(row.coverage90),
        two(row.free.gain),
        two(row.free.worse),
        two(row.same.gain),
        two(row.same.worse),
      ]),
    ]),
    'Whether the grade tells the error',
    textTable([
      ['grade', 'tests', 'channels', 'median err', '90%', '"pays" wrong'],
      ...test.grades.map((row) => [
        row.grade,
        tests(row),
        String(row.channels),
        two(row.medianError),
        two(row.coverage90),
        two(row.wrongVerdict),
      ]),
    ]),
    "What one test is worth: a year's profit over a year's spend; realised by the channel that each rule picks",
    textTable([
      header(
        'plan | worlds | EVPI | left to gain | EVSI | realised | by EVSI | by sd | by spend | at random | best',
      ),
      ...test.tests.map((row) => [
        row.plan,
        String(row.worlds),
        ...[row.evpi, row.leftToGain, row.evsi, row.realised].map(three),
        ...[row.byEvsi, row.bySd, row.bySpend, row.atRandom, row.best].map(three),
      ]),
    ]),
    barsText(test.bars),
  ].join('\n')
}

/** The names of columns, written as a row. */
function header(names: string): string[] {
  return names.split(' | ')
}

/** Every bar with what was measured, passed or not. */
export function barsText(bars: readonly Bar[]): string {
  const passed = bars.filter((bar) => bar.passed).length
  return [
    `Bars: ${passed} of ${bars.length} passed`,
    textTable(
      bars.map((bar) => [
        bar.name,
        three(bar.measured),
        allowed(bar),
        bar.passed ? 'pass' : 'FAIL',
      ]),
    ),
  ].join('\n')
}

function allowed({ least, most }: Bar): string {
  if (least !== undefined && most !== undefined) return `${least} to ${most}`
  return least !== undefined ? `>= ${least}` : `<= ${most}`
}

function scenario({ plan, harvesting }: MethodSummary): string {
  return harvesting ? `${plan}, harvesting` : plan
}

const tests = (row: { readonly tests: boolean }) => (row.tests ? '1 each' : 'none')

function errors(row: MethodSummary): string[] {
  return [
    two(row.totalError),
    two(row.channelError),
    signed(row.bias),
    two(row.profitError),
    two(row.coverage90),
    two(row.totalCoverage90),
    two(row.coverage50),
    two(row.width90),
    two(row.width50),
  ]
}

function plans(row: PlanSummary): string[] {
  return [
    `${two(row.gain)} / ${two(row.medianGain)}`,
    two(row.worse),
    two(row.promised),
    two(row.prudent),
    two(row.acted),
    two(row.actGain),
    two(row.actWorse),
  ]
}

const two = (value: number) => value.toFixed(2)
const three = (value: number) => value.toFixed(3)
const signed = (value: number) => (value > 0 ? `+${two(value)}` : two(value))
const percent = (share: number) => `${(100 * share).toFixed(0)}%`
