package org.repframework.plugin.datasets

import java.awt.image.BufferedImage
import java.nio.file.Files
import java.nio.file.Path
import javax.imageio.ImageIO
import org.repframework.spi.DatasetSource
import org.repframework.testkit.DatasetSourceContract

class ImageFolderContractSpecification extends DatasetSourceContract<ImageFolder.Settings> {

    @Override
    protected DatasetSource<ImageFolder.Settings> stage() {
        new ImageFolder()
    }

    @Override
    protected Map<String, Object> settings() {
        ['train/cat', 'train/dog', 'test/cat', 'test/dog'].each { write(folder().resolve("images/$it")) }
        [path: folder().resolve('images')]
    }

    private static void write(Path classFolder) {
        Files.createDirectories(classFolder)
        (1..3).each { number ->
            def image = new BufferedImage(6, 5, BufferedImage.TYPE_INT_RGB)
            image.setRGB(number, number, 0x4080C0 * number)
            ImageIO.write(image, 'png', classFolder.resolve("${number}.png").toFile())
        }
    }
}
