import type { Stream } from '../random/stream.js'
import { daysToSeconds, startOfDay } from '../time/moment.js'
import type { Lifecycle } from './lifecycle.js'
import { between, chance, exponential, integerBetween, NamedWheel, pick } from './sampling.js'
import { moodOf, SENTENCE_BREAKS } from './vocabulary/comments.js'

/** One row of the reviews file, its id apart. */
export interface Review {
  readonly score: number
  /** Null: none. */
  readonly title: string | null
  readonly message: string | null
  readonly created: number
  readonly answered: number
}

/** The share of reviews that carry the id of another review. */
export const SHARED_ID_SHARE = 0.004

/** Orders without a review, and with a second one. */
const SILENT_SHARE = 0.0077
const SECOND_SHARE = 0.0055

const SCORES = {
  onTime: scores(6.5, 2.6, 8, 20.9, 62),
  late: scores(46, 8, 12, 12, 22),
  undelivered: scores(70, 8, 8, 5, 9),
}
const MESSAGE_SHARES = [0, 0.76, 0.68, 0.44, 0.31, 0.36]
const TITLE_SHARE = 0.28

/** Draws the reviews of an order: mostly one, now and then none or two. */
export function drawReviews(stream: Stream, lifecycle: Lifecycle): Review[] {
  if (chance(stream, SILENT_SHARE)) return []
  const count = chance(stream, SECOND_SHARE) ? 2 : 1
  return Array.from({ length: count }, () => drawReview(stream, lifecycle))
}

function drawReview(stream: Stream, lifecycle: Lifecycle): Review {
  const score = scoresFor(lifecycle).spin(stream)
  const talks = chance(stream, MESSAGE_SHARES[score]!)
  const mood = moodOf(score)
  const asked = startOfDay(lifecycle.delivered ?? lifecycle.promised)
  const created = asked + daysToSeconds(integerBetween(stream, 0, 1))
  const waitDays = between(stream, 0.1, 1) + exponential(stream, 2.1)
  return {
    score,
    title: chance(stream, talks ? TITLE_SHARE : 0.02) ? pick(stream, mood.titles) : null,
    message: talks ? writeMessage(stream, mood.sentences) : null,
    created,
    answered: created + daysToSeconds(waitDays),
  }
}

function scoresFor({ delivered, promised }: Lifecycle): NamedWheel<number> {
  if (delivered === null) return SCORES.undelivered
  return delivered > promised ? SCORES.late : SCORES.onTime
}

function writeMessage(stream: Stream, sentences: readonly string[]): string {
  const count = integerBetween(stream, 1, 3)
  const start = integerBetween(stream, 0, sentences.length - 1)
  let message = sentences[start]!
  for (let i = 1; i < count; i++) {
    message += pick(stream, SENTENCE_BREAKS) + sentences[(start + 3 * i) % sentences.length]!
  }
  return message
}

function scores(...weights: number[]): NamedWheel<number> {
  return new NamedWheel(weights.map((weight, i) => [i + 1, weight] as const))
}
