package org.repframework.plugin.deeplearning4j

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.spi.Layer
import org.repframework.spi.Trainer

/** A training with all that a checkpoint must hold, also as a process of its own. */
class KilledTraining {

    static final EPOCHS = 300

    static final LAYERS = [
        new Layer.Convolution('conv1', 6, 3, Layer.Activation.IDENTITY),
        new Layer.BatchNormalisation('norm1'),
        new Layer.Rectifier('relu1'),
        new Layer.MaxPooling('pool1', 2),
        new Layer.Dense('fc2', 16, Layer.Activation.RELU),
        new Layer.Dropout('drop2', 0.3)
    ]

    static Trainer.Trained run(Path folder, Path scratch, Closure<Void> told) {
        def examples = Fixtures.images(folder, 300)
        def initial = Fixtures.initial(folder, LAYERS, examples)
        def settings = Fixtures.sgd(
                epochs: EPOCHS, batch: 16, schedule: 'COSINE', mirror: true, crop: 1, checkpoints: [0d, 0.35d, 1d])
        def context = new TestContext(folder, 1, scratch) {
            @Override
            void note(String text) {
                told(text)
            }
        }
        new SgdTrainer().train(settings, examples, Optional.of(initial), context)
    }

    /** Says what the training notes, line by line. Arguments: the scratch directory. */
    static void main(String[] arguments) {
        def folder = Files.createTempDirectory('killed-training')
        println 'begun'
        run(folder, Path.of(arguments[0])) { println it }
        println 'ended'
        folder.toFile().deleteDir()
    }
}
