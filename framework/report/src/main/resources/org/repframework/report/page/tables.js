// Tables that sort and search, and whose units lead to their pages.

const numberIn = cell => cell.replace(/\u202f/g, '').trim() === '' ? NaN : Number(cell.replace(/\u202f/g, ''))

/** Numbers before texts before what is empty. */
function compare(one, another) {
    const first = numberIn(one)
    const second = numberIn(another)
    if (!Number.isNaN(first) && !Number.isNaN(second)) {
        return first - second
    }
    return Number.isNaN(first) - Number.isNaN(second) || one.localeCompare(another)
}

function sortBy(table, heading, column) {
    const falling = heading.getAttribute('aria-sort') === 'ascending'
    table.querySelectorAll('th').forEach(any => any.removeAttribute('aria-sort'))
    heading.setAttribute('aria-sort', falling ? 'descending' : 'ascending')
    const text = row => row.cells[column].textContent.trim()
    const rows = [...table.tBodies[0].rows]
    const filled = rows.filter(row => text(row) !== '').sort((one, another) => compare(text(one), text(another)))
    table.tBodies[0].append(...(falling ? filled.reverse() : filled), ...rows.filter(row => text(row) === ''))
}

function makeSearchable(table) {
    const field = element('input', { type: 'search', placeholder: 'Search', 'aria-label': 'Search this table' })
    const found = element('span', { 'aria-live': 'polite' })
    field.addEventListener('input', () => {
        const rows = [...table.tBodies[0].rows]
        const wanted = field.value.trim().toLowerCase()
        rows.forEach(row => { row.hidden = !row.textContent.toLowerCase().includes(wanted) })
        found.textContent = wanted ? `${rows.filter(row => !row.hidden).length} of ${rows.length} rows` : ''
    })
    table.closest('.scroll').before(element('p', { class: 'search' }, field, found))
}

/** Adds the rows that a long table does not show before somebody looks at it. */
function complete(table) {
    const script = table.closest('.scroll').nextElementSibling
    if (!script || !script.matches('script')) {
        return
    }
    const kinds = [...table.tHead.rows[0].cells].map(heading => heading.className)
    const cell = (text, column) => element('td', kinds[column] ? { class: kinds[column] } : {}, text)
    table.tBodies[0].append(...JSON.parse(script.textContent).map(row => element('tr', {}, ...row.map(cell))))
    script.remove()
}

/** The units that a table names lead to their pages. */
function linkUnits(table) {
    const columns = [...table.tHead.rows[0].cells].filter(heading => heading.dataset.units)
    if (columns.length === 0) {
        return
    }
    const figure = table.dataset.figure ? document.getElementById(table.dataset.figure) : matchingIn(table.closest('article'))
    columns.forEach(({ cellIndex, dataset }) => [...table.tBodies[0].rows].forEach(row => {
        const cell = row.cells[cellIndex]
        const parts = cell.textContent.trim().split(/(?<!\S)(\d+)(?!\S)/) // numbers of units at the odd places
        cell.replaceChildren(...parts.map((part, i) => i % 2 ? linkTo(figure, dataset.units + part, part) : part))
    }))
}

document.querySelectorAll('main .scroll > table').forEach(table => {
    [...table.tHead.rows[0].cells].forEach((heading, column) => {
        const button = element('button', { type: 'button' }, heading.textContent)
        button.addEventListener('click', () => sortBy(table, heading, column))
        heading.replaceChildren(button)
    })
    const prepare = () => {
        complete(table)
        linkUnits(table)
    }
    const details = table.closest('details')
    if (details === null || details.open) {
        prepare()
    } else {
        details.addEventListener('toggle', prepare, { once: true })
    }
    if (table.tBodies[0].rows.length > 12) {
        makeSearchable(table)
    }
})
