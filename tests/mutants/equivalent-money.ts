import type { Reason } from './reason.js'
import { EXACT_TWICE, REFUSAL, SAME_SCALE } from './why.js'

/** Mutants of the code of money that cannot change what is published. */
export const reasonsOfMoney: readonly Reason[] = [
  {
    file: /money\/allocate\.ts$/,
    line: /return whole < 0 \? parts\.map/,
    why: 'what is split here are a billion units and cents of spend, never negative',
  },
  {
    file: /money\/allocate\.ts$/,
    line: /^let (total|largest) = 0$|^for \(let i = 0; i < weights\.length|^if \(whole && total <= |^const scale = |\(weight \/ largest\) \* scale/,
    rule: /^(0 to 1|&& to \|\||<= to <|\/ to \*|2 to 3|52 to 53|floor to ceil)/,
    why: 'another scale of fractions, each far finer than the billionths that come of them',
  },
  {
    file: /money\/allocate\.ts$/,
    line: /^if \(!\(weight >= 0 && Number\.isFinite\(weight\)\)\)/,
    rule: /^&& to \|\|/,
    why: REFUSAL,
  },
  {
    file: /money\/allocate\.ts$/,
    line: /^total \+= weight$/,
    rule: /^\+= to -=/,
    why: 'the sum is asked of whole weights alone, whether it is beyond 2^53: those of a memory never are',
  },
  {
    file: /money\/allocate\.ts$/,
    line: /^if \(largest === 0\) return Array\.from\(weights, \(\) => 1\)$/,
    rule: /^1 to 2/,
    why: SAME_SCALE,
  },
  {
    file: /money\/allocate\.ts$/,
    line: /MAX_SAFE_INTEGER\) return product/,
    rule: /^<= to </,
    why: EXACT_TWICE,
  },
  {
    file: /money\/allocator\.ts$/,
    line: /total > 0|weight < 0|whole \* total > Number/,
    why: REFUSAL,
  },
  {
    file: /money\/allocator\.ts$/,
    line: /for \(let i = 1; i < remainders\.length/,
    rule: /^< to <=/,
    why: 'what stands outside is no number, and larger than none',
  },
  { file: /money\/round\.ts$/, line: /isFinite|MAX_SAFE_INTEGER|BigInt\(a\)/, why: EXACT_TWICE },
  {
    file: /money\/round\.ts$/,
    line: /rounded === 0 \? 0|amountCents < 0/,
    why: 'the sign of zero, and of amounts that are never negative here',
  },
  {
    file: /money\/allocator\.ts$/,
    line: /remainders\[best\] = -1/,
    rule: /1 to 2/,
    why: 'below every remainder in any case',
  },
]
