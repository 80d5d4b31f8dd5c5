def größe = 3
