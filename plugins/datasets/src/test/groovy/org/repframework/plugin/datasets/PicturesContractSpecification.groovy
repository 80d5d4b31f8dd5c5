package org.repframework.plugin.datasets

import java.awt.image.BufferedImage
import java.nio.file.Files
import javax.imageio.ImageIO
import org.repframework.spi.DatasetSource
import org.repframework.testkit.DatasetSourceContract

class PicturesContractSpecification extends DatasetSourceContract<Pictures.Settings> {

    @Override
    protected DatasetSource<Pictures.Settings> stage() {
        new Pictures()
    }

    @Override
    protected Map<String, Object> settings() {
        def pictures = Files.createDirectories(folder().resolve('pictures'))
        (1..3).each { number ->
            def image = new BufferedImage(6, 5, BufferedImage.TYPE_INT_RGB)
            image.setRGB(number, number, 0x4080C0 * number)
            ImageIO.write(image, 'png', pictures.resolve("${number}.png").toFile())
        }
        [path: pictures]
    }
}
