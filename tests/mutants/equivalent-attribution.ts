import type { Reason } from './reason.js'
import { EXACT_TWICE, GOES_ON, OUTSIDE, REFUSAL, SAME_SCALE } from './why.js'

/** Mutants of the code of attribution that cannot change what is published. */
export const reasonsOfAttribution: readonly Reason[] = [
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
    file: /attribution\/consumption\.ts$/,
    line: /^for \(let i = 0; i < ages; i\+\+\) \{$/,
    rule: /^< to <=/,
    why: 'one age more, where nothing lives, or one outside the array, where nothing is written',
  },
  {
    file: /water-fill\.ts$/,
    line: /if \(places\.length < count\) makeRoom/,
    rule: /^< to <=/,
    why: 'room made anew: it is written before it is read',
  },
  {
    file: /water-fill\.ts$/,
    line: /^let (places|remainders|ordered) = new/,
    why: 'room for one: who needs more makes it anew, and who is alone has no remainder',
  },
  {
    file: /water-fill\.ts$/,
    line: /^let total = 0$|^for \(let i = 0; i < count; i\+\+\) total \+=/,
    rule: /^0 to 1$|^< to <=/,
    why: 'a sum that is larger, or no number, at most leaves to the slack and to big integers what numbers could do',
  },
  {
    file: /water-fill\.ts$/,
    line: /^if \(weights\[i\]! <= 0\) continue$/,
    rule: /^<= to </,
    why: 'who weighs nothing has a quota of nothing, and no remainder to get one more for',
  },
  {
    file: /water-fill\.ts$/,
    line: /^if \(beyond < 0\) \{$|^const isFull = /,
    rule: /^(< to <=|0 to 1|>= to >)/,
    why: 'whose quota is just its cap, a whole number, gets it either way, and so do the others',
  },
  {
    file: /water-fill\.ts$/,
    line: /^const quotient = Math\.floor\(product \/ weight\)$|^const remainder = product - quotient \* weight$/,
    rule: /^(floor to ceil|\/ to \*|- to \+)/,
    why: 'what is below 0 or above the weight is no remainder, and leaves all to big integers',
  },
  {
    file: /water-fill\.ts$/,
    line: /^let near = 0$/,
    rule: /^0 to 1/,
    why: 'with a slack it leaves more to big integers, and without one it is never above 1',
  },
  {
    file: /water-fill\.ts$/,
    line: /^let low = 0$/,
    rule: /^0 to 1/,
    why: 'the search leaves the first number out: where it is one of the largest, the next is found, and the same get one more',
  },
  {
    file: /water-fill\.ts$/,
    line: /^while \(low < high\) \{$/,
    rule: /^< to <=/,
    why: 'one more look at a range of one',
  },
  {
    file: /water-fill\.ts$/,
    line: /^for \(let before = -1;/,
    rule: /^1 to 2/,
    why: 'no number of places is below 0',
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
    line: /clickDay: today - age|this\.clicksOf\(age\) === 0\) continue|let age = this\.born\.length - 1|this\.#ages = Math\.max\(/,
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
    line: /^(this\.)?#(ages|supply|weightedSupply) = 0$/,
    rule: /^0 to 1/,
    why: 'looks at one age more, where nothing lives; supply is weighed anew before anybody asks',
  },
  {
    file: /live-lots\.ts$/,
    line: /this\.#weigh\(Math\.min\(ages \+ 1/,
    rule: /^1 to 2/,
    why: 'looks at one age more, where nothing lives',
  },
  {
    file: /live-lots\.ts$/,
    line: /if \(live > 0\) this\.#ages = age \+ 1/,
    rule: /^> to >=/,
    why: 'only spares work: of the ages that are looked at, those where nothing lives are passed over',
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
    why: 'only the sign of a comparison counts; who is later is compared with who is before, and stays behind',
  },
]
