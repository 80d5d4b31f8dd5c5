// A page for each unit of a matching, named by the fragment of the address.

const dialog = element('dialog', { class: 'unit', 'aria-label': 'A unit' })
document.body.append(dialog)
let clicked = null // the cell of a heat map that leads to the page about to open

/** Closing is a step that the back button undoes, as opening is. */
dialog.addEventListener('close', () => {
    if (location.hash.startsWith('#unit-')) {
        history.pushState(null, '', location.href.split('#')[0])
    }
})
dialog.addEventListener('click', event => {
    if (event.target === dialog) {
        dialog.close()
    }
})

/** The figure of the matching whose pages an exhibit has; null if it has none. */
function matchingIn(article) {
    return article.querySelector('figure[data-holds~="matching"][data-holds~="pages"]')
}

function fragment(figure, unit) {
    return `#unit-${unit}-${figure.id}`
}

function linkTo(figure, unit, text = words(unit)) {
    return element('a', { href: fragment(figure, unit) }, text)
}

/** A cell is of two units: the page is its row's and leads to its column's. */
function openFrom(map, { row, column }) {
    const { cells } = dataOf(map)
    const figure = map.matches('[data-holds~="matching"]') ? map : matchingIn(map.closest('article'))
    clicked = { unit: cells.rows[row], other: cells.columns[column], value: cells.at(row, column) }
    location.hash = fragment(figure, clicked.unit)
}

/** Opens the page that the fragment names; without one a page is closed. */
function follow() {
    const asked = /^#unit-([xy]\d+)-(.+)$/.exec(location.hash)
    const figure = asked && document.getElementById(asked[2])
    const { cells } = figure && figure.matches('[data-holds~="pages"][data-holds~="matching"]') ? dataOf(figure) : { cells: null }
    if (cells && (cells.rows.includes(asked[1]) || cells.columns.includes(asked[1]))) {
        openUnit(figure, asked[1])
    } else if (dialog.open) {
        dialog.close()
    }
    clicked = null
}
addEventListener('hashchange', follow)

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
    if (clicked && clicked.other !== unit) {
        dialog.append(element('p', { class: 'clicked' }, `Clicked: ${brief(clicked.value)} with `, linkTo(figure, clicked.other), '.'))
    }
    if (matching.dead[side].includes(number)) {
        dialog.append(element('p', { class: 'warning' }, 'It is dead: its activation never changes, so it correlates with nothing.'))
    }
    dialog.append(element('p', {}, pairs.length ? 'Its partner and the three units most like it besides:'
        : 'It has no partner. The three units most like it:'), relations(figure, pairs, partners, rivals))
    pictures('filters', known, [unit, ...partners.slice(0, 1)], 'Filters')
    pictures('patches', known, [unit, ...partners.slice(0, 1)], 'What excites it most')
    known.prediction.forEach(name => predictors(figure, known, dataOf(document.getElementById('shown-' + name)), unit))
    known.clusters.forEach(name => cluster(figure, dataOf(document.getElementById('shown-' + name)).clusters, unit))
    within(figure, known, side, number)
    if (!dialog.open) {
        dialog.showModal()
    }
    close.focus()
    dialog.scrollTop = 0
    tip.hidden = true
}

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

function relations(figure, pairs, partners, rivals) {
    const head = ['', 'unit', 'correlation', 'margin', 'p'].map(name => element('th', { scope: 'col' }, name))
    const shown = value => value === null ? '–' : brief(value)
    const rows = pairs.map((pair, i) => ['partner', linkTo(figure, partners[i]), brief(pair[2]), shown(pair[3]), shown(pair[4])])
        .concat(rivals.map(([name, value]) => ['rival', linkTo(figure, name), brief(value), '', '']))
    return element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {},
        ...rows.map(row => element('tr', {}, ...row.map(cell => element('td', {}, cell))))))
}

/** The images that figures have of units, cut out of them. */
function pictures(kind, known, units, title) {
    if (known[kind].length > 0) {
        dialog.append(element('h3', {}, title))
        strips(known[kind], units)
    }
}

/** @param names the figures of x and of y */
function strips(names, units) {
    units.forEach(unit => {
        const figure = document.getElementById('shown-' + names[unit[0] === 'x' ? 0 : 1])
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

/** How few units of x predict a unit of y, and with which weights; or which units of y a unit of x helps to predict. */
function predictors(figure, known, { cells, prediction }, unit) {
    const ofY = unit[0] === 'y'
    const number = Number(unit.slice(1))
    const all = (ofY ? cells.rows : cells.columns)
        .map((name, i) => [name, ofY ? cells.at(i, number) : cells.at(number, i)])
        .filter(([, weight]) => Math.abs(weight) > 1e-3)
        .sort((one, another) => Math.abs(another[1]) - Math.abs(one[1]))
    const [count, loss] = ofY ? prediction[number] : []
    const head = ofY ? `Predicted by ${count} ${count === 1 ? 'unit' : 'units'} of x, at a loss of ${brief(loss)} where nothing costs 0.5`
        : `Helps to predict ${all.length} ${all.length === 1 ? 'unit' : 'units'} of y`
    const strongest = all.slice(0, 5)
    const rows = strongest.map(([name, weight]) => [linkTo(figure, name), brief(weight), bar(weight, cells.range)])
    dialog.append(element('h3', {}, head))
    if (rows.length > 0) {
        dialog.append(element('p', {}, all.length > rows.length ? `The ${rows.length} largest weights:` : 'Weights:'), table(rows))
    }
    if (known.patches.length > 0) {
        strips(known.patches, strongest.map(([name]) => name))
    }
}

/** Who is in the same cluster. */
function cluster(figure, { unitsX, of }, unit) {
    const place = name => name[0] === 'x' ? Number(name.slice(1)) : unitsX + Number(name.slice(1))
    const mine = of[place(unit)]
    const members = of.map((one, i) => [one, i < unitsX ? 'x' + i : 'y' + (i - unitsX)])
        .filter(([one, name]) => one === mine && name !== unit).map(([, name]) => name)
    dialog.append(element('h3', {}, mine < 0 ? 'In no cluster' : `In cluster ${mine}, with ${members.length} other units`))
    if (mine >= 0) {
        const links = members.slice(0, 24).flatMap(name => [linkTo(figure, name, name), ' '])
        dialog.append(element('p', {}, ...links, members.length > 24 ? `and ${members.length - 24} more` : ''))
    }
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
    const rows = near.map(([column, value]) => [linkTo(figure, side + column), brief(value), bar(value, cells.range)])
    dialog.append(element('h3', {}, 'Most like it in its own layer'), table(rows))
}

function table(rows) {
    return element('table', {}, element('tbody', {}, ...rows.map(row => element('tr', {}, ...row.map(cell => element('td', {}, cell))))))
}

/** A value as a length. */
function bar(value, range) {
    const made = element('span', { class: value < 0 ? 'bar negative' : 'bar' })
    made.style.width = Math.abs(value) / range * 8 + 'rem'
    return made
}
