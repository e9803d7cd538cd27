import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../errors.js'
import type { GroundBases } from '../../schema/basis.js'
import type { Workbench } from '../../workbench/index.js'
import { adviceSentences, learnedSentence, readRunDecisions } from '../decisions/index.js'
import { lineage } from '../lineage/lineage.js'
import { stagingOf } from '../lineage/staging.js'
import { readStatement, type Statement } from '../statement/statement.js'
import { assumptionGroups } from './assumption-groups.js'
import type { DictionaryContext } from './context.js'
import { dictionaryBody } from './dictionary-page.js'
import { EXPLORE, exploreScript } from './explore-figures.js'
import { type BookDocument, indexBody } from './index-page.js'
import { DICTIONARY } from './links.js'
import { type BookNotebook, notebookBody } from './notebook-page.js'
import { type BookPage, bookPage } from './page.js'

/** What the book binds beside what it makes itself. */
export interface BookContent {
  readonly notebooks: readonly BookNotebook[]
  /** Documents of the library, e.g. how well it does: their content as HTML. */
  readonly documents: readonly BookDocument[]
}

/**
 * Writes the book of a run into a folder, which is made when it is not there: `index.html`, a page a
 * notebook and a document, the data dictionary. The statement is a file of its own beside them.
 *
 * @returns the path of the first page
 */
export async function writeBook(
  workbench: Workbench,
  { notebooks, documents }: BookContent,
  dir: string,
): Promise<string> {
  const statement = await orNothing(() => readStatement(workbench))
  const advice = (await orNothing(() => adviceOf(workbench))) ?? []
  const pages: BookPage[] = [
    { file: 'index.html', title: 'The answer' },
    ...notebooks.map(({ name, title }) => ({ file: `${name}.html`, title })),
    ...(statement ? [{ file: 'statement.html', title: 'Statement' }] : []),
    { file: DICTIONARY, title: 'Data dictionary and lineage' },
    ...documents.map(({ name, title }) => ({ file: `${name}.html`, title })),
  ]
  const bodies: [string, string][] = [
    ['index.html', indexBody({ statement, advice, notebooks, documents })],
    ...notebooks.map((one): [string, string] => [`${one.name}.html`, notebookBody(one)]),
    ...documents.map(({ name, body }): [string, string] => [`${name}.html`, body]),
    [DICTIONARY, dictionaryBody(await dictionaryContext(workbench, notebooks, statement))],
  ]
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, EXPLORE), exploreScript())
  for (const [file, body] of bodies) {
    const { title } = pages.find((page) => page.file === file)!
    writeFileSync(join(dir, file), bookPage({ file, title, body, pages }))
  }
  return join(dir, 'index.html')
}

async function adviceOf(workbench: Workbench): Promise<string[]> {
  const decisions = await readRunDecisions(workbench)
  return [learnedSentence(decisions), ...adviceSentences(decisions)]
}

async function dictionaryContext(
  workbench: Workbench,
  notebooks: readonly BookNotebook[],
  statement: Statement | undefined,
): Promise<DictionaryContext> {
  const staging = (await orNothing(() => stagingOf(workbench))) ?? new Map()
  const laws = statement?.judgment.laws ?? []
  const grounds = statement?.basis.grounds.map(({ ground, basis }) => [ground, basis])
  return {
    notation: workbench.notation,
    lineage: lineage(staging),
    findings: new Map(laws.map((finding) => [finding.law_id, finding])),
    bases: grounds && (Object.fromEntries(grounds) as GroundBases),
    assumptions: assumptionGroups(workbench.assumptionRows()),
    notebooks,
  }
}

/** What a run tells; undefined where it has not the stage that is asked. */
async function orNothing<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}
