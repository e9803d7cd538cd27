/** What several reasons say. */
export const SAME_SCALE = 'all weights grow alike: shares stay as they are'
export const EXACT_TWICE =
  'chooses between numbers and big integers, which give the same where both are exact'
export const REFUSAL = 'refuses what none of these marketplaces declares, or words that refusal'
export const GOES_ON = 'not of the pipeline: it restarts a machine from the middle'
export const OUTSIDE = 'what is written outside a typed array is written nowhere'
export const LETS_PASS = 'lets pass what is refused, and what is refused is no run'
export const BY_HAND = 'not of the pipeline: a default, or a plan, of who asks by hand'
