package org.repframework.engine

import java.nio.file.Path
import org.repframework.engine.settings.SettingSpec
import org.repframework.engine.settings.SettingsType
import org.repframework.engine.store.Json
import spock.lang.Specification

class SettingsTypeSpecification extends Specification {

    def type = new SettingsType<>(InventedSettings)

    List<String> refusals(Map<String, Object> given) {
        type.bind('things', given).wrong()*.problem()*.message()
    }

    def 'what is missing takes its default'() {
        expect:
        type.bind('things', [folder: 'x']).settings()
                == new InventedSettings(Path.of('x'), 10, 0.5d, InventedSettings.Way.BY_NAME, true, ['a', 'b'], 'plain')
    }

    def 'what is given is converted to the component, whatever number type a script used'() {
        expect:
        type.bind('things', [folder: 'x', count: 20G, share: 1, way: 'by-size', fast: false, names: ["c${1}"], kind: 'other']).settings()
                == new InventedSettings(Path.of('x'), 20, 1.0d, InventedSettings.Way.BY_SIZE, false, ['c1'], 'other')
    }

    def 'a record survives the way to a map and back'() {
        given:
        def settings = type.bind('things', [folder: '/tmp/x', count: 3, share: 0.1]).settings()

        expect:
        type.bind('things', SettingsType.toMap(settings, { it.toString() })).settings() == settings
    }

    def 'every refused setting names itself, the value and what was possible'() {
        expect:
        refusals(given) == [message]

        where:
        given                          | message
        [:]                            | "'things' needs the setting 'folder': where"
        [folder: 'x', count: 0]        | 'count is 0; it must be a whole number, 1 to 100'
        [folder: 'x', count: 1.5]      | 'count is 1.5; it must be a whole number, 1 to 100'
        [folder: 'x', count: 'ten']    | "count is the text 'ten'; it must be a whole number, 1 to 100"
        [folder: 'x', count: null]     | 'count is null; it must be a whole number, 1 to 100'
        [folder: 'x', share: Double.NaN] | 'share is NaN; it must be a number, at most 1'
        [folder: 'x', fast: 'perhaps'] | "fast is the text 'perhaps'; it must be a truth value (true or false)"
        [folder: 'x', names: 'a']      | "names is the text 'a'; it must be a list of texts"
        [folder: 'x', kind: 'odd']     | "'odd' is not a choice for kind"
        [folder: 'x', way: 'by-age']   | "'by-age' is not a choice for way; did you mean 'by-name'?"
        [folder: 'x', wya: 'by-name']  | "'things' has no setting 'wya'; did you mean 'way'?"
    }

    def 'all refusals come at once'() {
        expect:
        refusals([count: 0, share: 2]).size() == 3
    }

    def 'an empty default of a list is an empty list'() {
        expect:
        new SettingsType<>(InventedSettings.Lists).bind('things', [:]).settings().names() == []
    }

    def 'a component without its annotation is refused with its name'() {
        when:
        new SettingsType<>(InventedSettings.Bare)

        then:
        def refused = thrown(IllegalArgumentException)
        refused.message.contains("component 'size'")
    }

    def 'a component of a type that no script can give, and what is no record, are refused'() {
        when:
        new SettingsType<>(type)

        then:
        def refused = thrown(IllegalArgumentException)
        refused.message == message

        where:
        type                  | message
        InventedSettings.Odd  | "component 'since' of org.repframework.engine.InventedSettings\$Odd is a java.time.Instant; a setting is an int, long, double, boolean, String, enum, Path, Blueprint or a List of String, Integer or Double"
        Record                | 'the settings java.lang.Record are not a record'
    }

    def 'what is known of a setting survives the way to a file and back'() {
        given:
        def text = Json.CANONICAL.writeValueAsString(type.specs())

        expect:
        Json.CANONICAL.readValue(text, SettingSpec[]) as List == type.specs()
    }
}
