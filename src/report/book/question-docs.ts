import { readdirSync, readFileSync } from 'node:fs'

/** A named question of the library, and the first sentence that its declaration says of it. */
export interface QuestionDoc {
  readonly name: string
  readonly about: string
}

const ROOMS = ['../questions/', '../', '../decisions/', '../market/']
const DECLARED = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:declare )?(?:async )?function (\w+)/g

let known: readonly QuestionDoc[] | undefined

/** What a notebook can ask of a run, from the declarations of the report. */
export function questionDocs(): readonly QuestionDoc[] {
  known ??= ROOMS.flatMap((room) => {
    const folder = new URL(room, import.meta.url)
    return readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => docsIn(readFileSync(new URL(file, folder), 'utf8')))
  })
  return known
}

function docsIn(text: string): QuestionDoc[] {
  return [...text.matchAll(DECLARED)].map(([, comment, name]) => ({
    name: name!,
    about: firstParagraph(comment!),
  }))
}

function firstParagraph(comment: string): string {
  const text = comment.replace(/^\s*\* ?/gm, '').trim()
  return text
    .split(/\n\s*\n|\n@/)[0]!
    .replace(/\s+/g, ' ')
    .replace(/\{@link (.*?)\}/g, '$1')
}
