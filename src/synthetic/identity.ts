import { keyedStreams } from '../random/stream.js'

const HALF_WORD = 65_536
const HALF_WORDS = Array.from({ length: HALF_WORD }, (_, i) => i.toString(16).padStart(4, '0'))

/**
 * Ids of one kind of thing: 32 lower-case hex digits, the same for the same seed, kind and index.
 *
 * @param seed integer, 0 to 2^31 - 1
 * @param kind what the ids are of, e.g. 'order'
 * @returns a function from an index (0 and up) to its id
 */
export function hexIds(seed: number, kind: string): (index: number) => string {
  const streams = keyedStreams(seed, kind, 'id')
  return (index) => {
    const stream = streams(index)
    let id = ''
    for (let word = 0; word < 4; word++) {
      const high = stream.uniform() * HALF_WORD
      const low = (high % 1) * HALF_WORD
      id += HALF_WORDS[Math.floor(high)]! + HALF_WORDS[Math.floor(low)]!
    }
    return id
  }
}
