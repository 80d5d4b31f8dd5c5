package org.repframework.plugin.splitters

import java.nio.file.Path
import org.repframework.spi.Refusal
import spock.lang.Specification
import spock.lang.TempDir

class ClassTableSpecification extends Specification {

    @TempDir
    Path folder

    def 'the first group of the file is A, whatever the order of the classes, and classes it lacks are left out'() {
        given:
        def dataset = PlantedImages.dataset(folder, ['cup', 'dog', 'eel', 'fan', 'gnu'])
        def settings = table('group , class\nthing,fan\nbeast,gnu\nbeast,dog\n\nthing,"cup"\n')

        when:
        def halves = new ClassTable().split(settings, dataset, new FixedSeeds(1))
        def described = new ClassTable().describe(settings, PlantedImages.description(dataset), new FixedSeeds(1))

        then:
        halves.a().train().classNames() == ['cup', 'fan']
        halves.b().test().classNames() == ['dog', 'gnu']
        described.a() == PlantedImages.description(halves.a())
        described.b() == PlantedImages.description(halves.b())
    }

    def 'a table that cannot be used is refused: #message'() {
        given:
        def dataset = PlantedImages.dataset(folder, ['cup', 'dog', 'eel', 'fan'])
        def settings = table(text)

        when:
        new ClassTable().describe(settings, PlantedImages.description(dataset), new FixedSeeds(1))

        then:
        def refused = thrown(Refusal)
        refused.message.replace(settings.path().toString(), 'groups.csv') == message
        refused.possible() == possible

        where:
        text                                              | possible                     || message
        'class;group\ncup;a\n'                            | []                           || "groups.csv has the columns [class;group]; it must have 'class' and 'group'"
        'class,group\ncup,a\ndog,b\ncow,a\n'              | ['cup', 'dog', 'eel', 'fan'] || "'cow' in groups.csv is not a class of this data set"
        'class,group\ncup,a\ndog,b\neel,c\n'              | []                           || 'groups.csv has 3 groups, [a, b, c]; it must have two'
        'class,group\ncup,a\ndog,b\ncup,b\n'              | []                           || "groups.csv has the class 'cup' twice"
        'class,group\ncup,a\ndog\n'                       | []                           || 'groups.csv, line 3: 1 values for the columns [class, group]'
        'class,group\ncup,a\ndog,a\neel,b\n'              | []                           || "half B would have only the class 'eel'; each half needs at least two classes"
    }

    private ClassTable.Settings table(String text) {
        def file = folder.resolve('groups.csv')
        file.toFile().text = text
        new ClassTable.Settings(file)
    }
}
