/** Asks the attached artifacts for rows, as a workbench or a database does. */
export type AskRows = <T>(sql: string) => Promise<T[]>
