// Makes a report answer: values under the pointer, tables that sort and search, a page for each unit.
(() => {
    'use strict'
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

    // Values under the pointer

    const tip = element('div', { class: 'tip', role: 'status', hidden: '' })
    document.body.append(tip)

    /** The row and column of a heat map under the pointer; null beside it. */
    function cellAt(image, cells, event) {
        const box = image.getBoundingClientRect()
        const column = Math.floor((event.clientX - box.left) / box.width * cells.columns.length)
        const row = Math.floor((event.clientY - box.top) / box.height * cells.rows.length)
        return row >= 0 && row < cells.rows.length && column >= 0 && column < cells.columns.length ? { row, column } : null
    }

    function showTip(event, text) {
        tip.textContent = text
        tip.hidden = false
        tip.style.left = Math.max(0, Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 4)) + 'px'
        tip.style.top = Math.max(0, event.clientY + 18 + tip.offsetHeight > innerHeight
            ? event.clientY - tip.offsetHeight - 10 : event.clientY + 18) + 'px'
    }

    document.querySelectorAll('figure').forEach(figure => {
        if (!figure.querySelector(':scope > script')) {
            return
        }
        const image = figure.querySelector('image')
        const tell = event => {
            const cells = dataOf(figure).cells
            const cell = cells && cellAt(image, cells, event)
            if (cell) {
                const value = brief(cells.at(cell.row, cell.column))
                showTip(event, `${words(cells.rows[cell.row])}, ${words(cells.columns[cell.column])}: ${value}`)
            }
            return cell
        }
        image.addEventListener('pointermove', tell)
        image.addEventListener('pointerleave', () => { tip.hidden = true })
        image.addEventListener('click', event => {
            const cell = tell(event)
            if (cell && dataOf(figure).matching && figure.closest('article').querySelector('script.units')) {
                openUnit(figure, dataOf(figure).cells.rows[cell.row])
            }
        })
        image.style.cursor = 'crosshair'
    })

    // A unit's page

    const dialog = element('dialog', { class: 'unit', 'aria-label': 'A unit' })
    document.body.append(dialog)
    dialog.addEventListener('close', () => {
        if (location.hash.startsWith('#unit-')) {
            history.replaceState(null, '', location.href.split('#')[0])
        }
    })
    dialog.addEventListener('click', event => {
        if (event.target === dialog) {
            dialog.close()
        }
    })

    /** Of a unit its correlation with every unit of the other layer, as [unit, value], best first. */
    function across(cells, unit) {
        const inRow = cells.rows.indexOf(unit)
        const values = new Map()
        if (inRow >= 0) {
            cells.columns.forEach((name, column) => values.set(name, cells.at(inRow, column)))
        } else {
            const inColumn = cells.columns.indexOf(unit)
            cells.rows.forEach((name, row) => values.set(name, cells.at(row, inColumn)))
        }
        return [...values].sort((one, another) => another[1] - one[1])
    }

    function linkTo(figure, unit) {
        return element('a', { href: `#unit-${unit}-${figure.id}` }, words(unit))
    }

    function openUnit(figure, unit) {
        const { cells, matching } = dataOf(figure)
        const side = unit[0]
        const number = Number(unit.slice(1))
        const known = JSON.parse(figure.closest('article').querySelector('script.units').textContent)
        const pairs = matching.pairs.filter(pair => pair[side === 'x' ? 0 : 1] === number)
            .sort((one, another) => another[2] - one[2])
        const partners = pairs.map(pair => other(side) + pair[side === 'x' ? 1 : 0])
        const rivals = across(cells, unit).filter(([name]) => !partners.includes(name)).slice(0, 3)
        const close = element('button', { type: 'button', class: 'close', 'aria-label': 'Close' }, '×')
        close.addEventListener('click', () => dialog.close())
        dialog.replaceChildren(close, element('h2', {}, words(unit).replace('u', 'U')))
        if (matching.dead[side].includes(number)) {
            dialog.append(element('p', { class: 'warning' }, 'It is dead: its activation never changes, so it correlates with nothing.'))
        }
        dialog.append(element('p', {}, pairs.length ? 'Its partner and the three units most like it besides:'
            : 'It has no partner. The three units most like it:'), relations(figure, pairs, partners, rivals))
        pictures('filters', known, [unit, ...partners.slice(0, 1)], 'Filters')
        pictures('patches', known, [unit, ...partners.slice(0, 1)], 'What excites it most')
        within(figure, known, side, number)
        if (!dialog.open) {
            dialog.showModal()
        }
        dialog.scrollTop = 0
        tip.hidden = true
        const fragment = `#unit-${unit}-${figure.id}`
        if (location.hash !== fragment) {
            history.replaceState(null, '', fragment)
        }
    }

    function relations(figure, pairs, partners, rivals) {
        const head = ['', 'unit', 'correlation', 'margin', 'p'].map(name => element('th', { scope: 'col' }, name))
        const shown = value => value === null ? '–' : brief(value)
        const rows = pairs.map((pair, i) => ['partner', linkTo(figure, partners[i]), brief(pair[2]), shown(pair[3]), shown(pair[4])])
            .concat(rivals.map(([name, value]) => ['rival', linkTo(figure, name), brief(value), '', '']))
        return element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {},
            ...rows.map(row => element('tr', {}, ...row.map(cell => element('td', {}, cell))))))
    }

    /** The images that a figure has of units, cut out of it. */
    function pictures(kind, known, units, title) {
        if (known[kind].length === 0) {
            return
        }
        dialog.append(element('h3', {}, title))
        units.forEach(unit => {
            const figure = document.getElementById('shown-' + known[kind][unit[0] === 'x' ? 0 : 1])
            const { tiles } = dataOf(figure)
            const place = tiles.units[Number(unit.slice(1))]
            const strip = element('div', { class: 'strip' }, element('span', {}, words(unit)))
            if (!place || place[2] === 0) {
                strip.append(place ? 'never active' : 'not drawn')
            }
            for (let i = 0; place && i < place[2]; i++) {
                strip.append(cutOut(figure, tiles, place[0] + i * (tiles.width + 1), place[1]))
            }
            dialog.append(strip)
        })
    }

    function cutOut(figure, tiles, left, top) {
        const scale = 56 / Math.max(tiles.width, tiles.height)
        const whole = element('img', { alt: '' })
        whole.src = figure.querySelector('image').getAttribute('href')
        whole.style.cssText = `width: ${tiles.across * scale}px; height: ${tiles.down * scale}px;`
            + ` left: ${-left * scale}px; top: ${-top * scale}px`
        const frame = element('span', { class: 'tile' }, whole)
        frame.style.cssText = `width: ${tiles.width * scale}px; height: ${tiles.height * scale}px`
        return frame
    }

    /** The ten units of its own layer that are most like it. */
    function within(figure, known, side, number) {
        if (known.within.length === 0) {
            return
        }
        const { cells } = dataOf(document.getElementById('shown-' + known.within[side === 'x' ? 0 : 1]))
        const near = cells.columns.map((name, column) => [column, cells.at(number, column)])
            .filter(([column]) => column !== number)
            .sort((one, another) => Math.abs(another[1]) - Math.abs(one[1])).slice(0, 10)
        const rows = near.map(([column, value]) => {
            const bar = element('span', { class: value < 0 ? 'bar negative' : 'bar' })
            bar.style.width = Math.abs(value) / cells.range * 8 + 'rem'
            return element('tr', {}, element('td', {}, linkTo(figure, side + column)), element('td', {}, brief(value)), element('td', {}, bar))
        })
        dialog.append(element('h3', {}, 'Most like it in its own layer'), element('table', {}, element('tbody', {}, ...rows)))
    }

    function follow() {
        const asked = /^#unit-([xy]\d+)-(.+)$/.exec(location.hash)
        const figure = asked && document.getElementById(asked[2])
        const data = figure && dataOf(figure)
        if (data && data.matching && figure.closest('article').querySelector('script.units') && (data.cells.rows.includes(asked[1]) || data.cells.columns.includes(asked[1]))) {
            openUnit(figure, asked[1])
        }
    }
    addEventListener('hashchange', follow)

    // Tables

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
        const rows = [...table.tBodies[0].rows]
        const field = element('input', { type: 'search', placeholder: 'Search', 'aria-label': 'Search this table' })
        const found = element('span', { 'aria-live': 'polite' })
        field.addEventListener('input', () => {
            const wanted = field.value.trim().toLowerCase()
            rows.forEach(row => { row.hidden = !row.textContent.toLowerCase().includes(wanted) })
            found.textContent = wanted ? `${rows.filter(row => !row.hidden).length} of ${rows.length} rows` : ''
        })
        table.closest('.scroll').before(element('p', { class: 'search' }, field, found))
    }

    document.querySelectorAll('main .scroll > table').forEach(table => {
        [...table.tHead.rows[0].cells].forEach((heading, column) => {
            const button = element('button', { type: 'button' }, heading.textContent)
            button.addEventListener('click', () => sortBy(table, heading, column))
            heading.replaceChildren(button)
        })
        if (table.tBodies[0].rows.length > 12) {
            makeSearchable(table)
        }
    })

    /** The units in a matching's table lead to their pages. */
    document.querySelectorAll('article').forEach(article => {
        if (!article.querySelector('script.units')) {
            return
        }
        const matched = [...article.querySelectorAll('figure')].filter(figure => dataOf(figure)?.matching)
        const tables = [...article.querySelectorAll('.scroll > table')].filter(table =>
            table.tHead.rows[0].cells[0].textContent === 'unit' && table.tHead.rows[0].cells[1]?.textContent === 'partner')
        if (matched.length !== tables.length) {
            return
        }
        tables.forEach((table, i) => [...table.tBodies[0].rows].forEach(row => ['x', 'y'].forEach((side, column) => {
            const link = linkTo(matched[i], side + row.cells[column].textContent.trim())
            link.textContent = row.cells[column].textContent.trim()
            row.cells[column].replaceChildren(link)
        })))
    })

    follow()
})()
