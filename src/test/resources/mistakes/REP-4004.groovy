def epochs = param('epochs')
