def choose = { layers, n ->
    layers.get(n)
}
try {
    [2].each { n ->
        choose(['conv1', 'conv2'], n)
    }
} catch (IndexOutOfBoundsException e) {
    throw new IllegalStateException('cannot go on', e)
}
