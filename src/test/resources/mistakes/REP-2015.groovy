def images = dataset('synthetic')
for (replica in 1..3) {
    show 'Training', train('sgd', images.train, replica: replica).curve
}
