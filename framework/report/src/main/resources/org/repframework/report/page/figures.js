// What figures hold, and the values of heat maps under the pointer.

const read = new Map()

/** What a figure's JSON says, with its values decoded; null if it has none. */
function dataOf(figure) {
    if (!read.has(figure)) {
        const script = figure.querySelector(':scope > script')
        const data = script ? JSON.parse(script.textContent) : null
        if (data && data.cells) {
            const bytes = Uint8Array.from(atob(data.cells.values), character => character.charCodeAt(0))
            const view = new DataView(bytes.buffer)
            const { columns, range } = data.cells
            data.cells.at = (row, column) => view.getInt16(2 * (row * columns.length + column), true) / 32767 * range
        }
        read.set(figure, data)
    }
    return read.get(figure)
}

function element(name, attributes, ...children) {
    const made = document.createElement(name)
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value))
    made.append(...children)
    return made
}

const brief = value => Math.abs(value) < 1000 ? value.toFixed(3) : value.toPrecision(4)
const words = unit => `unit ${unit.slice(1)} of ${unit[0]}`
const other = side => side === 'x' ? 'y' : 'x'

const tip = element('div', { class: 'tip', role: 'status', hidden: '' })
document.body.append(tip)

/** The row and column of a heat map under the pointer, in whole pixels since a click has no others; null beside it. */
function cellAt(image, cells, event) {
    const box = image.getBoundingClientRect()
    const column = Math.floor((Math.floor(event.clientX) - box.left) / box.width * cells.columns.length)
    const row = Math.floor((Math.floor(event.clientY) - box.top) / box.height * cells.rows.length)
    return row >= 0 && row < cells.rows.length && column >= 0 && column < cells.columns.length ? { row, column } : null
}

function showTip(event, text) {
    tip.textContent = text
    tip.hidden = false
    tip.style.left = Math.max(0, Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 4)) + 'px'
    tip.style.top = Math.max(0, event.clientY + 18 + tip.offsetHeight > innerHeight
        ? event.clientY - tip.offsetHeight - 10 : event.clientY + 18) + 'px'
}

/** Says the value under the pointer and gives its cell; null beside the map. */
function tell(figure, image, event) {
    const { cells } = dataOf(figure)
    const cell = cellAt(image, cells, event)
    if (cell) {
        showTip(event, `${words(cells.rows[cell.row])}, ${words(cells.columns[cell.column])}: ${brief(cells.at(cell.row, cell.column))}`)
    } else {
        tip.hidden = true
    }
    return cell
}

document.querySelectorAll('figure[data-holds~="cells"]').forEach(figure => {
    const image = figure.querySelector('image')
    image.addEventListener('pointermove', event => tell(figure, image, event))
    image.addEventListener('pointerleave', () => { tip.hidden = true })
    image.style.cursor = 'crosshair'
    if (figure.matches('[data-holds~="pages"]')) {
        image.style.cursor = 'pointer'
        image.addEventListener('click', event => {
            const cell = tell(figure, image, event)
            if (cell) {
                openFrom(figure, cell)
            }
        })
    }
})
