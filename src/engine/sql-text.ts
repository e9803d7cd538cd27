/** A name as SQL reads it: "a ""quoted"" name". */
export function identifier(name: string): string {
  if (name.includes('\u0000')) throw new RangeError('A name in SQL cannot hold a NUL character.')
  return `"${name.replaceAll('"', '""')}"`
}

/** A string as SQL reads it: 'it''s'. */
export function literal(text: string): string {
  if (text.includes('\u0000')) throw new RangeError('A string in SQL cannot hold a NUL character.')
  return `'${text.replaceAll("'", "''")}'`
}
