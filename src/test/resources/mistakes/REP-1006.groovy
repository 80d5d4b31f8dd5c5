int epochs = 'ten'
