def images = dataset('synthetic')
def epochs = 10
def learn(part) {
    train('sgd', part, epochs: epochs)
}
show 'Training', learn(images.train).curve
