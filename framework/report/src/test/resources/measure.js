// Measures every frame's page and leaves the findings as JSON in the wrapper's own page.
addEventListener('load', () => {
    const findings = [...document.querySelectorAll('iframe')].map(frame => {
        const page = frame.contentDocument
        page.querySelectorAll('details').forEach(details => { details.open = true })
        const root = page.documentElement
        const figures = [...page.querySelectorAll('svg')].map(svg => {
            const edge = svg.getBoundingClientRect()
            const texts = [...svg.querySelectorAll('text')].map(text => ({ says: text.lastChild ? text.lastChild.textContent : '', box: text.getBoundingClientRect(), slanted: slanted(text) }))
            const outside = texts.filter(({ box }) => box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1)
            const upright = texts.filter(text => !text.slanted)
            const overlapping = upright.flatMap((one, i) => upright.slice(i + 1).filter(other => shared(one.box, other.box) > 2).map(other => one.says + ' | ' + other.says))
            return {
                name: svg.querySelector('title').textContent, width: edge.width, height: edge.height,
                images: [...svg.querySelectorAll('image')].every(image => image.getBoundingClientRect().width > 0),
                outside: outside.map(text => text.says), overlapping
            }
        })
        return {
            width: root.clientWidth, scrollWidth: root.scrollWidth, figures,
            requests: frame.contentWindow.performance.getEntriesByType('resource').map(entry => entry.name).filter(name => !name.startsWith('data:'))
        }
    })
    const result = document.createElement('script')
    result.type = 'application/json'
    result.textContent = 'FINDINGS' + JSON.stringify(findings) + 'END'
    document.body.append(result)
})

/** A slanted text's box is larger than the text. */
function slanted(text) {
    const matrix = text.getScreenCTM()
    return Math.abs(matrix.a) > 0.01 && Math.abs(matrix.b) > 0.01
}

/** The shorter edge of what two boxes share. */
function shared(one, other) {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
    return Math.min(across, down)
}
