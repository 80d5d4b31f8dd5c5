package org.repframework.command

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.engine.problem.Code
import spock.lang.Specification

/**
 * Every code is provoked and its whole message compared: by a script in `src/test/resources/mistakes`, or by a feature
 * whose name begins with the code, that holds the message as it is printed, or that names the constant beside it.
 */
class CodesSpecification extends Specification {

    static Set<String> provoked() {
        def root = Path.of('..').toAbsolutePath().normalize()
        def specifications = ['src', 'framework', 'plugins'].collectMany { part ->
            Files.walk(root.resolve(part)).withCloseable { files ->
                files.filter { it.toString() ==~ /.*\/test\/groovy\/.*Specification\.groovy/ }.toList()
            }
        }
        def features = specifications.collectMany {
            def text = Files.readString(it)
            text.findAll(/(?:def ['"]|rep-framework: error |")(REP-\d{4}): /) { all, code -> code } +
                    text.findAll(/Code\.([A-Z_]+)\b/) { all, constant -> Code.valueOf(constant).toString() }
        }
        return (features + MistakesSpecification.names().findAll { it != 'planted' }*.take(8)) as Set
    }

    def 'every code is provoked'() {
        expect:
        Code.values()*.toString().findAll { !(it in provoked()) } == []
    }

    def 'what is provoked is a code'() {
        expect:
        provoked().findAll { Code.find(it).isEmpty() } == [] as Set
    }

    def '#code is explained in plain lines, with an example of wrong and right'() {
        given:
        def text = code.explanation()

        expect:
        text =~ /(?s)^[A-Z"].*\.\n\nWrong:\n\n    .*\n\nRight:\n\n    .*\n$/
        text.readLines().every { it.size() <= 120 }

        where:
        code << Code.values()
    }
}
