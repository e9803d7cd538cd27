// Figures of the book to be explored: below each a button that draws it anew, live, from what it carries.
// `vega` and `vegaLite` stand above in the same file. Nothing is asked of any other place.
for (const figure of document.querySelectorAll('figure')) {
  const carried = figure.querySelector('metadata')
  if (carried) offer(figure, JSON.parse(carried.textContent))
}

function offer(figure, spec) {
  const button = document.createElement('button')
  const live = document.createElement('div')
  button.type = 'button'
  button.className = 'explore'
  live.className = 'live'
  live.hidden = true
  figure.after(live, button)
  let isDrawn = false
  const show = (isLive) => {
    live.hidden = !isLive
    figure.hidden = isLive
    button.textContent = isLive ? 'Back to the printed figure' : 'Explore this figure'
  }
  button.addEventListener('click', async () => {
    show(live.hidden)
    if (!isDrawn) await draw(spec, live)
    isDrawn = true
  })
  show(false)
}

async function draw(spec, place) {
  const told = document.createElement('div')
  told.className = 'told'
  told.setAttribute('role', 'status')
  told.hidden = true
  const view = new vega.View(vega.parse(vegaLite.compile(spec).spec), {
    renderer: 'svg',
    container: place.appendChild(document.createElement('div')),
    hover: true,
    logLevel: vega.Error,
  })
  view.tooltip((_handler, event, _item, value) => tell(told, event, value))
  await view.runAsync()
  const keys = document.createElement('p')
  keys.className = 'keys'
  keys.textContent =
    'Point at a mark for its values. Drag and scroll to zoom along the axis, double-click to go back. Click a name of the legend to see it alone.'
  place.append(keys, told)
}

/** Shows what is under the pointer beside it; nothing where there is no mark. */
function tell(told, event, value) {
  told.hidden = value === null || value === undefined
  if (told.hidden) return
  told.replaceChildren(
    ...Object.entries(value).map(([name, text]) => {
      const line = document.createElement('div')
      line.textContent = `${name}: ${text}`
      return line
    }),
  )
  told.style.left = `${Math.min(event.pageX + 14, innerWidth - 220)}px`
  told.style.top = `${event.pageY + 14}px`
}
