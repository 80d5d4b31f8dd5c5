show 'Nothing', summarise('table', [])
