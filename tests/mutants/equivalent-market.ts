import type { Reason } from './reason.js'
import { BY_HAND, GOES_ON, LETS_PASS, OUTSIDE, REFUSAL, SAME_SCALE } from './why.js'

/** Mutants of the code of the market, and of how it responds, that cannot change what is published. */
export const reasonsOfMarket: readonly Reason[] = [
  {
    file: /place-spend\.ts$/,
    line: /const isCounted = values\.some/,
    why: 'a channel without a line has no spend, and so no clicks, counted or not',
  },
  { file: /engine\/release\.ts$/, line: /openingInFlightCents = 0/, why: GOES_ON },
  { file: /counts\.ts$/, line: /carriedAfter|roundCounts\(expected, carried, new/, why: GOES_ON },
  { file: /counts\.ts$/, line: /luck\.carriedClicks \?\? 0/, rule: /^0 to 1/, why: BY_HAND },
  {
    file: /(counts|trailing|adstock|season\/season)\.ts$/,
    line: /(^| )for \(let t = 0; t < (clicks|expected|values|series)\.length; t\+\+\)|^for \(let t = 0; t < days; t\+\+\)/,
    rule: /^< to <=/,
    why: OUTSIDE,
  },
  {
    file: /engine\/release\.ts$/,
    line: /0 - pastSpendCents\.length|pastSpendCents\[pastSpendCents\.length \+ day\]/,
    rule: /^(- to \+|\+ to -)/,
    why: GOES_ON,
  },
  { file: /engine\/release\.ts$/, line: /^if \(spendDay < 0\) this\.#opening/, why: GOES_ON },
  {
    file: /season\/season\.ts$/,
    line: /^const (firstYear|lastYear) = /,
    rule: /^1 to 2/,
    why: 'one more year looked at, whose days lie outside: an event reaches at most 60 days into another',
  },
  {
    file: /season\/season\.ts$/,
    line: /isDeepStrictEqual/,
    why: 'not of the pipeline: who asks again is given what was kept',
  },
  {
    file: /place-spend\.ts$/,
    line: /^if \(row\.day < firstDay \|\| row\.day >= /,
    rule: /^(\|\| to &&|>= to >)/,
    why: LETS_PASS,
  },
  { file: /place-spend\.ts$/, line: /^const bound = row\.day < firstDay/, why: REFUSAL },
  {
    file: /observed-spend\.ts$/,
    line: /^if \(id === '' \|\| id === NO_CHANNEL\)/,
    rule: /^\|\| to &&/,
    why: LETS_PASS,
  },
  { file: /observed-spend\.ts$/, line: /^if \(day !== null\) return day$/, why: BY_HAND },
  { file: /place-spend\.ts$/, line: /throw|\$\{|is_paid|row\.spendCents > 0/, why: REFUSAL },
  { file: /response\/adstock\.ts$/, line: /past/, why: GOES_ON },
  { file: /response\/adstock\.ts$/, line: /^const since = /, rule: /^1 to 2/, why: GOES_ON },
  { file: /response\/kernel\.ts$/, line: /^const DEFAULT_MAX_LAG_DAYS = /, why: BY_HAND },
  {
    file: /response\/kernel\.ts$/,
    line: /^if \(!Number\.isInteger\(maxLag\) \|\| maxLag < 1\)/,
    rule: /^\|\| to &&/,
    why: LETS_PASS,
  },
  {
    file: /response\/kernel\.ts$/,
    line: /^if \(total > 0 && Number\.isFinite\(total\)\)/,
    rule: /^(> to >=|&& to \|\|)/,
    why: LETS_PASS,
  },
  { file: /response\/curve\.ts$/, line: /rate: 1, \.\.\.curve/, why: BY_HAND },
  {
    file: /response\/kernels\/(binomial|delayed)\.ts$/,
    line: /fits: \(value\) => value > 0 && value <=? 1/,
    rule: /^(&& to \|\||> to >=|< to <=|1 to 2)/,
    why: LETS_PASS,
  },
  {
    file: /response\/kernels\/delayed\.ts$/,
    line: /^const latest = maxLag - 1$/,
    rule: /^- to \+/,
    why: LETS_PASS,
  },
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
    line: /^(value|min|max|above|below): |trials|Trials|^\{ shape[:,] |^const DECAYS|peak: peak|^\[0\.05, |^return \[0\.25, /,
    why: 'a bound, a default or a trial of a fit: laws take what is declared as given',
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
    file: /market\/demand\.ts$/,
    line: /market\.first_date|if \(isDeclared|const far = /,
    why: REFUSAL,
  },
  { file: /market\/demand\.ts$/, line: /t >= frame\.days\) return/, rule: /^>= to/, why: OUTSIDE },
]
