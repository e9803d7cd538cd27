import { escapeHtml } from '../../format/html.js'
import { turningStyle, turningTables } from '../turning-tables.js'

const STYLE = `
  :root { color-scheme: light dark; --paper: #fff; --ink: #1f2328; --quiet: #59636e; --rule: #d8dee4;
    --link: #0b5cad; --target: #fff3c4; }
  @media screen and (prefers-color-scheme: dark) {
    :root { --paper: #121212; --ink: #e3e6e9; --quiet: #9aa4ae; --rule: #31363c; --link: #79b8ff;
      --target: #4a3f12; }
    svg[role='img'] { filter: invert(.93) hue-rotate(180deg); }
  }
  * { box-sizing: border-box; }
  body { font: 15px/1.45 Helvetica, Arial, sans-serif; color: var(--ink); background: var(--paper);
    max-width: 1120px; margin: 1.5rem auto; padding: 0 1rem; }
  h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 0 0 .4rem; }
  p { margin: .3rem 0; overflow-wrap: break-word; } a { color: var(--link); }
  .run, .basis, .question { color: var(--quiet); font-size: 12.5px; overflow-wrap: anywhere; }
  table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 13px; }
  caption { text-align: left; font-weight: bold; padding: .3rem 0; }
  th, td { padding: .2rem .5rem; border-bottom: 1px solid var(--rule); vertical-align: top; }
  td[align='right'] { white-space: nowrap; }
  tr:target td { background: var(--target); }
  .wide { overflow-x: auto; } svg { max-width: 100%; height: auto; }
  blockquote { margin: 0; padding: .2rem 1rem; border-left: 3px solid var(--quiet); }
  .first-page { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 1.1rem 2rem; margin: 1rem 0 2.5rem; }
  .first-page > :not(#balance, #cash) { grid-column: 1 / -1; }
  .first-page table { width: 100%; } .first-page caption { font-weight: normal; color: var(--quiet);
    font-size: 12.5px; padding: 0 0 .2rem; }
  #answer p:nth-of-type(1) { font-size: 1.25rem; font-weight: bold; }
  .detail section { border-top: 2px solid var(--ink); padding: .8rem 0 1.6rem; }
  @media (max-width: 760px) { .first-page { grid-template-columns: minmax(0, 1fr); } }
  @media screen and (max-width: 640px) { .wide > svg { min-width: 600px; } }
  @media print {
    @page { size: A4; margin: 12mm; }
    body { font-size: 9pt; line-height: 1.25; margin: 0; max-width: none; padding: 0; }
    h1 { font-size: 13pt; } h2 { font-size: 10pt; margin: 0 0 .1rem; } p { margin: .12rem 0; }
    table { font-size: 7.5pt; } th, td { padding: .08rem .3rem; }
    table:has(th:nth-child(11)) { font-size: 6.5pt; }
    table:has(th:nth-child(11)) :is(th, td) { padding: .08rem .12rem; }
    .run, .basis, .question, .first-page caption { font-size: 7pt; }
    #answer p:nth-of-type(1) { font-size: 11pt; }
    .first-page { grid-template-columns: 1fr 1fr; gap: .45rem 1.2rem; margin: .3rem 0 0;
      break-after: page; }
    .detail section { border-top-width: 1px; } .wide { overflow: visible; }
    a { color: inherit; text-decoration: none; } tr, svg { break-inside: avoid; }
  }`

/** A table or a figure that scrolls by itself where the screen is narrow, by keyboard too. */
export function wideHtml(content: string, label: string): string {
  return `<div class="wide" role="group" tabindex="0" aria-label="${escapeHtml(label)}">${content}</div>`
}

/** A page of HTML with everything in it, whose tables turn where there is no room for their columns. */
export function page(title: string, body: string): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title><style>${STYLE}
${turningStyle()}</style></head>`,
    `<body>\n${turningTables(body)}\n</body>`,
    '</html>\n',
  ].join('\n')
}
