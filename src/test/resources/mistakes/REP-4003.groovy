def epochs = param('epochs', 10, 'passes')
def again = param('epochs', 20, 'passes')
