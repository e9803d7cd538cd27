/** A table of HTML cells, left aligned, that the page's style can turn. */
export function plainTable(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const head = headers.map((header) => `<th>${header}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`
}

/** Something that a reader opens when it is wanted. */
export function folded(summary: string, content: string): string {
  return `<details>\n<summary>${summary}</summary>\n${content}\n</details>`
}
