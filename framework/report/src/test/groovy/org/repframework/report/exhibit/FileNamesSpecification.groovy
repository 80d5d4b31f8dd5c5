package org.repframework.report.exhibit

import spock.lang.Specification

class FileNamesSpecification extends Specification {

    def "every other character becomes one hyphen: #title"() {
        expect:
        FileNames.plain(title) == name

        where:
        title                           || name
        'Between-net correlation, conv1' || 'between-net-correlation--conv1'
        'SVCCA'                         || 'svcca'
        '../../etc/passwd'              || '------etc-passwd'
        'Übung 1'                       || '-bung-1'
        'x\uD83D\uDE00y'                || 'x-y'
        ''                              || '-'
    }

    def "a long title gives a name that a file system takes"() {
        expect:
        FileNames.plain('x' * 1000).length() < 200
    }

    def "a further file never takes the name of a title"() {
        given:
        var names = new FileNames(['a', 'a matched order', 'A'])

        expect:
        names.of('a') == 'a'
        names.of('A') == 'a-2'
        names.of('a matched order') == 'a-matched-order'
        names.fresh('a-matched-order') == 'a-matched-order-2'
        names.fresh('plan') == 'plan'
    }
}
