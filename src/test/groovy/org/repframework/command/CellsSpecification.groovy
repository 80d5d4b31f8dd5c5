package org.repframework.command

import spock.lang.Specification

class CellsSpecification extends Specification {

    def 'carets stand under the word in a line with #what'() {
        expect:
        Cells.of(text) == cells
        Cells.blank(text) == ' ' * cells

        where:
        what                | text          || cells
        'plain letters'     | 'epochs'      || 6
        'umlauts'           | 'größe'       || 5
        'combining marks'   | 'gro\u0308ße' || 5
        'letters of Japan'  | '訓練の'        || 6
        'letters of Korea'  | '훈련'          || 4
        'emoji'             | '😀 net'       || 6
        'full-width signs'  | 'ＡＢ、'        || 6
    }

    def 'a tab is kept'() {
        expect:
        Cells.blank('a\tb') == ' \t '
    }
}
