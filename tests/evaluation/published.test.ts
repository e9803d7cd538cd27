import { expect, it } from 'vitest'
import { evaluateAttribution, publishedScores } from '../../src/evaluation/index.js'
import { PUBLISHED } from '../../src/evaluation/published.js'

it('the scores that are published are those of this version', { timeout: 300_000 }, async () => {
  const { scores } = await evaluateAttribution(PUBLISHED)
  const text = `${JSON.stringify(scores, null, 2)}\n`
  await expect(text).toMatchFileSnapshot('../../src/evaluation/published-scores.json')
  expect(publishedScores()).toEqual(scores)
})
