def epochs = param('epochs', 3, 'passes')
def check = { value, limit ->
    assert value + 1 < limit
}
check(epochs, 2)
