// The networks of the studies that include this file. Equal calls are one training: whichever study asks first trains
// them, the others find them in the store.
def path     = param('images', '', 'folder or zip of images, train/<class>/ and test/<class>/; empty: synthetic', path: true)
def perClass = param('imagesPerClass', 0, 'training images of each class; 0: all, of the synthetic ones 400', min: 0)
def epochs   = param('epochs', 5, 'passes over the training images', min: 1)

// the synthetic images are few: smaller batches, so that few epochs are enough
def training = path ? [batch: 128, learningRate: 0.01] : [batch: 32, learningRate: 0.005]

def synthetic = perClass ? [train: 10 * perClass] : [:]
def images = path ? dataset('image-folder', path: path, imagesPerClass: perClass) : dataset(synthetic, 'synthetic')

/** Shares of the training after which a network is kept; 0 is the untrained network, a baseline of every similarity. */
def shares = [0, 0.05, 0.2, 0.5]

/** Networks that differ only in their initial weights and order of images. */
def trained = { int count ->
    (1..count).collect { replica ->
        train('sgd', images.train, network: 'convnet', epochs: epochs, *: training, replica: replica, checkpoints: shares)
    }
}

/** Every two of some networks once, numbered from 1, as [i, j]. */
def pairsOf = { int count ->
    [1..count, 1..count].combinations().findAll { i, j -> i < j }.sort()
}

def layersOf = { net -> net.layers.findAll { !it.startsWith('pool') } }
