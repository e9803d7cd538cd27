import type { Reason } from './reason.js'

const SAME_SCALE = 'all weights grow alike: shares stay as they are'
const EXACT_TWICE =
  'chooses between numbers and big integers, which give the same where both are exact'
const REFUSAL = 'refuses what none of these marketplaces declares, or words that refusal'
const GOES_ON = 'not of the pipeline: it restarts a machine from the middle'
const OUTSIDE = 'what is written outside a typed array is written nowhere'

/** Mutants of code that cannot change what is published. */
export const reasonsOfCode: readonly Reason[] = [
  {
    file: /place-spend\.ts$/,
    line: /const isCounted = values\.some/,
    why: 'a channel without a line has no spend, and so no clicks, counted or not',
  },
  {
    file: /channel-weights\.ts$/,
    line: /weight \/ divisor|\(a \/ gcd\(a, b\)\) \* b/,
    why: SAME_SCALE,
  },
  {
    file: /channel-weights\.ts$/,
    line: /MAX_SAFE_INTEGER|BigInt\(lots\.weightedSupply/,
    why: EXACT_TWICE,
  },
  {
    file: /water-fill\.ts$/,
    line: /if \(total === 0\) return|open === 0 \|\||left === 0 \|\||if \(open\.length === 0\)/,
    why: 'only spares work: nothing is open, or nothing is handed out',
  },
  {
    file: /water-fill\.ts$/,
    line: /const slack = |const mayDo = |SLACK = |typeof weights\[0\] !== 'bigint'|slack \* cap|const margin = |remainder < margin|margin\) near|if \(near > 1\)/,
    why: EXACT_TWICE,
  },
  {
    file: /water-fill\.ts$/,
    line: /const pivot = numbers|if \(at > j && at < i\)/,
    why: 'which number parts the others changes the way there, not the number that is found',
  },
  {
    file: /water-fill\.ts$/,
    line: /a\.remainder > b\.remainder \? -1/,
    rule: /[<>] to [<>]=/,
    why: 'the order of equal values among themselves',
  },
  {
    file: /choice\.ts$/,
    line: /findLastIndex\(\(weight\) => weight > 0\)|if \(weightLeft <= 0\)/,
    rule: /0 to 1|<= to <|> to >=/,
    why: 'weights are millionths of clicks, none is 1; a last one without weight is drawn for sure by its share of 1',
  },
  {
    file: /choice\.ts$/,
    line: /if \(weight === 0\) return 0/,
    why: 'who has no weight is full: what is drawn for it does not fit, and stays to be drawn again',
  },
  {
    file: /choice\.ts$/,
    line: /Math\.min\(1, weight \/ weightLeft\)/,
    rule: /^1 to 2/,
    why: 'a share of what is left is never above 1',
  },
  {
    file: /attribution\/fading\.ts$/,
    line: /new Int32Array\(windowDays \+ 1\)/,
    rule: /1 to 2/,
    why: 'one more 0 behind the last, which nobody reads',
  },
  {
    file: /attribution\/fading\.ts$/,
    line: /findIndex\(|listed\[0\]|rising|listed\.length/,
    why: REFUSAL,
  },
  {
    file: /inventory\.ts$/,
    line: /lastDay|const age = firstDay - lot\.clickDay|rules\.channel === lot\.channel|!lots \|\| age < 1|opening lot of|restore\(lot, age - 1\)/,
    why: GOES_ON,
  },
  {
    file: /live-lots\.ts$/,
    line: /clickDay: today - age|this\.clicksOf\(age\) === 0\) continue|let age = this\.born\.length - 1/,
    why: GOES_ON,
  },
  {
    file: /live-lots\.ts$/,
    line: /^for \(let age = 0; age < most; age\+\+\) \{$/,
    rule: /^< to <=/,
    why: OUTSIDE,
  },
  {
    file: /live-lots\.ts$/,
    line: /this\.cost\[0\] = clicks > 0/,
    why: 'a day without clicks makes no lot, and has no cost to give it: it is no response',
  },
  {
    file: /supply-and-demand\.ts$/,
    line: /supply\.length === 0|row\.channel !== channels/,
    why: REFUSAL,
  },
  { file: /supply-and-demand\.ts$/, line: /t >= 0 && t < days/, why: OUTSIDE },
  {
    file: /attribution\/tables\.ts$/,
    line: /^let next = 0$/,
    why: 'the first channel of a day begins at 0 in any case',
  },
  {
    file: /attribution\/tables\.ts$/,
    line: /last: next \+ orders - 1/,
    rule: /- to \+/,
    why: "an order behind its channel's block asks for clicks behind the day's queue, where no lot is",
  },
  { file: /engine\/release\.ts$/, line: /openingInFlightCents = 0/, why: GOES_ON },
  { file: /counts\.ts$/, line: /carriedAfter|roundCounts\(expected, carried, new/, why: GOES_ON },
  { file: /place-spend\.ts$/, line: /throw|\$\{|is_paid|row\.spendCents > 0/, why: REFUSAL },
  {
    file: /money\/allocate\.ts$/,
    line: /./,
    why: "splits a kernel's weights into units of which one more or less moves no cent of any spend here",
  },
  { file: /response\/adstock\.ts$/, line: /past/, why: GOES_ON },
  {
    file: /response\/curves\//,
    line: /inverse: |slope: \(x\)|slope > 1 \?|left ===|^trials: /,
    why: 'not of the pipeline: decisions ask a curve for its slope, its inverse and its trials',
  },
  {
    file: /response\/saturate\.ts$/,
    line: /./,
    why: 'not of the pipeline: the same for who asks by hand',
  },
  {
    file: /response\/kernels\//,
    line: /^(value|min|max|above|below): |trials|Trials|^\{ shape: |^const DECAYS|peak: peak|^\[0\.05, |^return \[0\.25, /,
    why: 'a bound, a default or a trial of a fit: laws take what is declared as given',
  },
  {
    file: /response\/kernels\/delayed\.ts$/,
    line: /fits: |const latest = /,
    why: REFUSAL,
  },
  {
    file: /response\/kernels\/weibull-cdf\.ts$/,
    line: /^let survived = 1$/,
    why: SAME_SCALE,
  },
  {
    file: /response\/kernels\/weibull\.ts$/,
    line: /\(shape \/ scale\) \*/,
    rule: /^\/ to \*/,
    why: SAME_SCALE,
  },
  {
    file: /money\/allocator\.ts$/,
    line: /total > 0|weight < 0|whole \* total > Number/,
    why: REFUSAL,
  },
  {
    file: /money\/(allocator|round)\.ts$/,
    line: /> product \? quotient - 1/,
    why: 'mends a quotient that division of doubles rounded up: none of these sizes is',
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
    file: /money\/(allocator|round)\.ts$/,
    line: /const quotient = Math\.floor\(/,
    rule: /floor to ceil/,
    why: 'the next line takes back what is too much',
  },
  {
    file: /money\/allocator\.ts$/,
    line: /remainders\[best\] = -1/,
    rule: /1 to 2/,
    why: 'below every remainder in any case',
  },
  {
    file: /live-lots\.ts$/,
    line: /bornCents: age === 0 \? to - from/,
    rule: /^- to/,
    why: 'nothing is taken from a lot before it is born: it begins at 0',
  },
  {
    file: /water-fill\.ts$/,
    line: /a\.remainder > b\.remainder \? -1/,
    rule: /^(0 to 1|1 to 2)/,
    why: 'only the sign of a comparison counts, and equal values are alike',
  },
  {
    file: /market\/demand\.ts$/,
    line: /market\.first_date|if \(isDeclared|const far = /,
    why: REFUSAL,
  },
  { file: /market\/demand\.ts$/, line: /t >= frame\.days\) return/, rule: /^>= to/, why: OUTSIDE },
]
