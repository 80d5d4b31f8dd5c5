package org.repframework.engine

import org.repframework.engine.settings.LayerKind
import org.repframework.engine.settings.SettingsType
import org.repframework.engine.store.Json
import org.repframework.spi.Blueprint
import org.repframework.spi.Layer
import spock.lang.Specification

import static org.repframework.spi.Layer.Activation.IDENTITY
import static org.repframework.spi.Layer.Activation.RELU

class BlueprintSettingSpecification extends Specification {

    static final LAYERED = new Blueprint.Layered('small', [
            new Layer.Convolution('conv1', 16, 3, 2, Layer.Padding.VALID, IDENTITY),
            new Layer.BatchNormalisation('norm1'),
            new Layer.Rectifier('relu1'),
            new Layer.MaxPooling('pool1', 3, 2),
            new Layer.Dropout('drop2', 0.25),
            new Layer.Dense('fc2', 64, RELU),
    ], 'fc3')

    def type = new SettingsType<>(InventedSettings.Networks)

    InventedSettings.Networks bind(Object network) {
        type.bind('things', [network: network]).settings()
    }

    def 'a text is a name, and stays a text on the way to keys and files'() {
        expect:
        bind('convnet').network() == new Blueprint.Named('convnet')
        SettingsType.toMap(bind('convnet'), { it }) == [network: 'convnet']
        SettingsType.toTexts(bind('convnet')) == ['network: convnet']
        type.bind('things', [:]).settings().network() == new Blueprint.Named('')
    }

    def 'layers of every kind survive the way through JSON and back'() {
        when:
        def json = Json.CANONICAL.writeValueAsString(SettingsType.toMap(bind(LAYERED), { it }))
        def read = bind(Json.CANONICAL.readValue(json, Map).network)

        then:
        LAYERED.layers()*.class as Set == LayerKind.values().collect { it.type().bind('layer', [name: 'a', channels: 1, kernel: 1, size: 1,
                units: 1, rate: 0.1].subMap(it.type().specs()*.name())).settings().class } as Set
        read.network() == LAYERED
    }

    def 'layers are written for keys with every setting, for readers in a line'() {
        expect:
        SettingsType.toMap(bind(LAYERED), { it }).network == [
                name: 'small',
                layers: [
                        [kind: 'conv', name: 'conv1', channels: 16, kernel: 3, stride: 2, padding: 'valid', activation: 'identity'],
                        [kind: 'batchNorm', name: 'norm1'],
                        [kind: 'activation', name: 'relu1'],
                        [kind: 'pool', name: 'pool1', size: 3, stride: 2],
                        [kind: 'dropout', name: 'drop2', rate: 0.25d],
                        [kind: 'dense', name: 'fc2', units: 64, activation: 'relu'],
                ],
                output: 'fc3',
        ]
        SettingsType.toTexts(bind(LAYERED)) == ['network: small { '
                + 'conv conv1, channels: 16, kernel: 3, stride: 2, padding: valid, activation: identity; batchNorm norm1; '
                + 'activation relu1; pool pool1, size: 3, stride: 2; dropout drop2, rate: 0.25; '
                + 'dense fc2, units: 64, activation: relu; output fc3 }']
    }

    def 'a pooling without a stride puts its windows side by side'() {
        expect:
        LayerKind.POOL.type().bind('layer', [name: 'pool1', size: 3]).settings() == new Layer.MaxPooling('pool1', 3, 3)
    }

    def 'what is neither a name nor layers is refused'() {
        expect:
        type.bind('things', [network: network]).wrong()*.message == ["network is $shown; it must be a name or network block"]

        where:
        network     | shown
        5           | '5'
        [layers: 1] | '{layers=1}'
        null        | 'null'
    }
}
