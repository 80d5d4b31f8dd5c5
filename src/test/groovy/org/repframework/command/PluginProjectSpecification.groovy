package org.repframework.command

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class PluginProjectSpecification extends Specification {

    @TempDir
    Path folder

    def project = new PluginProject('best-correlation', 'org.example.metrics', Path.of('/rep/repository'))

    def 'all of the project is written at once'() {
        when:
        project.write(folder)

        then:
        folder.toFile().list() == ['best-correlation'] as String[]
        def written = []
        folder.resolve('best-correlation').toFile().eachFileRecurse { if (it.file) written << folder.resolve('best-correlation').relativize(it.toPath()).toString() }
        written.sort() == [
                'README.md', 'pom.xml',
                'src/main/java/org/example/metrics/BestCorrelationMetric.java',
                'src/main/java/org/example/metrics/BestCorrelationPlugin.java',
                'src/main/resources/META-INF/services/org.repframework.spi.Plugin',
                'src/test/java/org/example/metrics/BestCorrelationMetricTest.java',
                'try.groovy']
    }

    def 'no placeholder is left, and no host of a registry is named'() {
        expect:
        project.files().values().every { !it.contains('{{') && !it.contains('}}') }
        project.files()['pom.xml'].contains('<rep.repository>file:///rep/repository</rep.repository>')
        project.files()['pom.xml'].findAll('https?://[^/]+').toSet() == ['http://maven.apache.org', 'http://www.w3.org'] as Set
    }

    def 'the code of the guide is that of the project, which an end-to-end specification builds and runs'() {
        given:
        def guide = Files.readString(Path.of('docs/plugins.md'))
        def shown = guide.findAll(/(?s)```java\n.*?```/).collect { it.readLines().drop(1).dropRight(1).join('\n') + '\n' }

        expect:
        shown.size() == 2
        shown == [project.files()['src/main/java/org/example/metrics/BestCorrelationMetric.java'],
                  project.files()['src/test/java/org/example/metrics/BestCorrelationMetricTest.java']]
    }
}
