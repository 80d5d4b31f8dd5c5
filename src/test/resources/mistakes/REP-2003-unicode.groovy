def images = dataset('synthetic')
def größe = 3
show "Größe ${größe} – Kurve", train('sgd', images.train, epoch: größe).curve
show '訓練の結果', train('sgd', images.train, epoch: 4).curve
show '😀 and 🧠', train('sgd', images.train, epoch: 5).curve
