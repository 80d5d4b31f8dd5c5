// -P epochs=3
def epochs = param('epochs', 10
show 'Nothing'
