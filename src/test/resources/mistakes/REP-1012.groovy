def images = dataset('synthetic')
class Study {
    def images
    def net() { train('sgd', images.train) }
}
show 'Training', new Study(images: images).net().curve
