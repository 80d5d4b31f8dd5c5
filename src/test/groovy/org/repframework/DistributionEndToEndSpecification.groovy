package org.repframework

import java.nio.file.Files
import java.nio.file.Path
import java.util.jar.JarFile
import spock.lang.Shared
import spock.lang.Specification

/** What the distribution holds, and where. */
class DistributionEndToEndSpecification extends Specification {

    @Shared
    Path home = Distribution.built().home

    List<String> jars(String folder) {
        Files.list(home.resolve(folder)).withCloseable { files ->
            files.collect { it.fileName.toString() }.findAll { it.endsWith('.jar') }
        }
    }

    Set<String> classes(String folder) {
        jars(folder).collectMany { name ->
            new JarFile(home.resolve("$folder/$name").toFile()).withCloseable { jar ->
                jar.entries().toList()*.name.findAll { it.endsWith('.class') && !(it =~ /META-INF|module-info/) }
            }
        }.toSet()
    }

    def 'neither a plugin nor a native library is on the class path of the engine'() {
        expect:
        jars('lib').any { it.startsWith('rep-engine') }
        !jars('lib').any { it =~ /rep-plugin|rep-numerics|nd4j|deeplearning4j|openblas|javacpp|kotlin/ }
    }

    def 'workers get what only they need, and nothing twice'() {
        expect:
        jars('lib/worker').any { it.startsWith('rep-numerics') }
        classes('lib').size() > 1000
        // ND4J brings a Guava under names of its own, but for these two
        classes('lib').intersect(classes('lib/worker')).every { it.startsWith('com/google/thirdparty/publicsuffix/') }
        jars('lib/worker').findAll { it =~ /^(openblas|javacpp)-.*(linux|windows|macosx)/ }.size() == 2
    }

    def 'every plugin of ours is a directory of its own with an entry for ServiceLoader'() {
        given:
        def directories = home.resolve('plugins').toFile().listFiles().findAll { it.directory }

        expect:
        directories*.name.toSet() == ['correlation', 'datasets', 'deeplearning4j', 'matching', 'relations', 'samples', 'similarity', 'splitters', 'subspace-match', 'summaries', 'svcca'] as Set
        directories.every { directory ->
            def entries = directory.listFiles().findAll { jar ->
                new JarFile(jar).withCloseable { it.getEntry('META-INF/services/org.repframework.spi.Plugin') != null }
            }
            entries.size() == 1 && entries[0].name.startsWith("rep-plugin-${directory.name}")
        }
        !directories.any { directory ->
            directory.list().any { it =~ /rep-spi|rep-numerics|^nd4j|slf4j|openblas|javacpp/ }
        }
    }
}
